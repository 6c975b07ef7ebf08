using GraphNews.Graph.Articles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Storage;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Places;

/// <summary>What every graph holds before anything is reported: the countries of ISO 3166-1 and where their names are from.</summary>
public static class ReferenceData
{
    /// <summary>Who writes them, as the change log has it.</summary>
    public const string Actor = "reference-data";

    private const string PublisherSlug = "unicode";

    /// <summary>Adds the countries that the graph has not. It may be called at every start.</summary>
    /// <param name="writer">Writes the graph.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <returns>The version that it made; the version that stands if nothing was missing.</returns>
    public static async Task<long> EnsureAsync(GraphWriter writer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var table = CountryTable.Read();

        // Nearly always all are there, and nobody has to wait for a writer that writes nothing.
        if (await CompleteVersionAsync(writer.Storage, table, cancel).ConfigureAwait(false) is { } version) return version;
        return await writer.WriteAsync(
            new ChangeOrigin(Actor, $"Countries of ISO 3166-1 with the names of Unicode CLDR {table.CldrVersion}"),
            (edit, token) => AddMissingAsync(edit, table, token),
            cancel).ConfigureAwait(false);
    }

    /// <summary>Whether the graph is as good as empty: nobody else has written to it yet.</summary>
    /// <param name="graph">Reads the graph.</param>
    /// <param name="cancel">Cancels the question.</param>
    public static async Task<bool> IsAloneAsync(GraphDbContext graph, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return !await graph.Changes.AnyAsync(change => change.Actor != Actor && change.Actor != NameRebuild.Actor, cancel).ConfigureAwait(false);
    }

    /// <summary>The version that stands; null if a country is missing.</summary>
    private static async Task<long?> CompleteVersionAsync(IGraphStorage storage, CountryTable table, CancellationToken cancel)
    {
        var graph = storage.CreateContext();
        await using (graph.ConfigureAwait(false))
        {
            var missing = await MissingAsync(graph, table, cancel).ConfigureAwait(false);
            return missing.Count == 0 ? await graph.GraphStates.Select(state => state.Version).SingleAsync(cancel).ConfigureAwait(false) : null;
        }
    }

    private static async Task<List<CountryRow>> MissingAsync(GraphDbContext graph, CountryTable table, CancellationToken cancel)
    {
        var codes = await graph.Countries.Select(country => country.Code).ToListAsync(cancel).ConfigureAwait(false);
        return [.. table.Countries.ExceptBy(codes, country => country.Alpha2)];
    }

    private static async Task AddMissingAsync(GraphEdit edit, CountryTable table, CancellationToken cancel)
    {
        var missing = await MissingAsync(edit.Context, table, cancel).ConfigureAwait(false);
        if (missing.Count == 0) return;

        var article = await ArticleAsync(edit, table.CldrVersion, cancel).ConfigureAwait(false);
        foreach (var country in missing)
        {
            AddCountry(edit, country, article);
        }
    }

    private static async Task<long> ArticleAsync(GraphEdit edit, string version, CancellationToken cancel)
    {
        var slug = $"unicode-cldr-{version.Replace('.', '-')}";
        if (await FindAsync(edit, slug, cancel).ConfigureAwait(false) is { } article)
        {
            return article;
        }

        return edit.Add(new SourceArticle
        {
            Slug = slug,
            Kind = ArticleKind.Dataset,
            Title = $"Unicode CLDR {version} territory names",
            Url = "https://cldr.unicode.org/",
            PublisherId = await PublisherAsync(edit, cancel).ConfigureAwait(false),
        }).Id;
    }

    private static async Task<long> PublisherAsync(GraphEdit edit, CancellationToken cancel)
    {
        if (await FindAsync(edit, PublisherSlug, cancel).ConfigureAwait(false) is { } found)
        {
            return found;
        }

        var publisher = edit.Add(new Publisher { Slug = PublisherSlug, Site = "https://www.unicode.org/" });
        edit.Add(new Name { SubjectId = publisher.Id, Value = "Unicode Consortium", Language = "en", StatedBy = Actor });
        return publisher.Id;
    }

    private static Task<long?> FindAsync(GraphEdit edit, string slug, CancellationToken cancel)
        => edit.Context.Slugs.Where(row => row.Value == slug).Select(row => (long?)row.NodeId).FirstOrDefaultAsync(cancel);

    private static void AddCountry(GraphEdit edit, CountryRow row, long article)
    {
        var country = edit.Add(new Country { Code = row.Alpha2, Alpha3 = row.Alpha3, Numeric = row.Numeric });
        Cite(edit, country.Id, article, $"common/supplemental/supplementalData.xml, territoryCodes {row.Alpha2}");
        foreach (var (language, value) in row.Names)
        {
            var name = edit.Add(new Name { SubjectId = country.Id, Value = value, Language = language });
            Cite(edit, name.Id, article, $"common/main/{language}.xml, territory {row.Alpha2}");
        }
    }

    private static void Cite(GraphEdit edit, long subject, long article, string locator)
        => edit.Add(new Citation { SubjectId = subject, ArticleId = article, Locator = locator, AssertedBy = Actor });
}
