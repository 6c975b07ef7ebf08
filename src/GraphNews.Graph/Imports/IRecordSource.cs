namespace GraphNews.Graph.Imports;

/// <summary>
/// Where an import's records come from: a bundle, or anything else that can be told as records of one, such as a CSV
/// file with its mapping. It is read once, from its beginning to its end, and holds no more than one record at a time.
/// <para>
/// An item is a record or a reject. A record is a <see cref="Bundles.BundleRecord"/>: the file and line that it is
/// from, which errors name, and a JSON object as <c>docs/bundle.md</c> describes it. A source that makes records of
/// something else builds that object; it gives each record a <c>key</c> that stays the same from run to run, lets them
/// point at each other by <c>{"key": "…"}</c>, in any order, and cites its own article of kind DATASET by a locator.
/// That article is itself one of the records. A reject is a line of which no record could be made; the importer keeps it
/// in the list of rejects and goes on.
/// </para>
/// </summary>
public interface IRecordSource
{
    /// <summary>Whose records they are.</summary>
    ImportSource Source { get; }

    /// <summary>The records and rejects in their order.</summary>
    /// <param name="cancel">Cancels reading.</param>
    /// <exception cref="Bundles.BundleException">The source as a whole cannot be read: nothing of it is imported.</exception>
    IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancel);
}
