using System.Text.Json;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;

namespace GraphNews.Graph.Imports;

/// <summary>Reads a source once: looks at each record by itself, rejects what is wrong, keeps the rest to be written.</summary>
internal sealed class RecordScan(IRecordSource source, RecordSpool spool, ImportLog log, RowTables tables)
{
    private const int TellEach = 1000;

    private readonly RecordGraph _records = new();
    private readonly WrittenText _texts = tables.WrittenText;

    public async Task<RecordGraph> RunAsync(CancellationToken cancel)
    {
        var count = 0;
        await foreach (var item in source.ReadAsync(cancel).ConfigureAwait(false))
        {
            if (item.Record is { } record) Take(record);
            else log.Reject(item.Reject!);
            if (++count % TellEach == 0) log.Progress(ImportStep.Reading, item.Position, source.Source.Length);
        }

        spool.Complete();
        _records.Complete();
        return _records;
    }

    private void Take(BundleRecord record)
    {
        try
        {
            var draft = DraftReader.Read(record);
            CheckTexts(draft);
            var hash = RecordKey.ContentHash(draft);
            if (_records.Holder(draft, hash) is var holder and >= 0)
            {
                var name = RecordKey.References(draft).FirstOrDefault(name => _records.Find(RecordKey.Of(name)) == holder);
                log.Reject(record, draft.Kind, null, name is null
                    ? $"The record says the same as the one in line {spool.Line(holder)}. If both are meant, give each a key."
                    : $"The {name} is taken by the record in line {spool.Line(holder)}.");
                return;
            }

            _records.Add(draft, hash);
            spool.Add(record);
        }
        catch (BundleException error)
        {
            _records.AddRejected(Names(record));
            spool.AddRejected(record);
            log.Reject(record, null, null, error.Reason);
        }
    }

    /// <summary>What the graph would refuse is told with its line.</summary>
    private void CheckTexts(Draft draft)
    {
        try
        {
            foreach (var row in draft.Names.Append(draft).Select(named => (Nodes.GraphRow)named.Row)) _texts.Clean(row);
            foreach (var (field, language, value) in draft.Texts) _texts.Clean(new Texts.Text { Field = field, Language = language, Value = value });
            foreach (var (scheme, value) in draft.Identifiers) _texts.Clean(new Names.Identifier { Scheme = scheme, Value = value });
            foreach (var citation in draft.Names.Append(draft).SelectMany(cited => cited.Citations))
                _texts.Clean(RecordCreation.Citation(citation, new FoundQuote(citation.Quote ?? "", 0, 0), 0, 0, source.Source.Actor));
        }
        catch (GraphException error)
        {
            throw draft.Record.Wrong(error.Message, error);
        }
    }

    /// <summary>What a record that cannot be read calls itself.</summary>
    private static IEnumerable<string> Names(BundleRecord record)
    {
        foreach (var field in (string[])["key", "slug", "id"])
        {
            if (record.Content.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                yield return $"{field}:{value}";
        }
    }
}
