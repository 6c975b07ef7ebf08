using System.Globalization;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Citations;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Texts;

namespace GraphNews.Graph.Imports;

/// <summary>Adds the nodes that the graph has not, with their names, texts, identifiers, links and citations.</summary>
internal sealed class RecordCreation(RunState run, GraphEdit edit, BatchReferences references)
{
    private readonly HashSet<long> _disputed = [];

    /// <summary>Adds the node of a record with all that hangs on it but citations, which may be of articles further down.</summary>
    public void Add(BatchRecord record)
    {
        var draft = record.Draft;
        if (draft.Row is Entity entity) entity.Slug = draft.Slug ?? FreeSlug(draft);
        edit.Add(draft.Row, record.NodeId);
        foreach (var name in draft.Names) AddName(edit, name, record.NodeId);
        foreach (var text in draft.Texts) AddText(edit, text, record.NodeId);
        foreach (var identifier in draft.Identifiers) AddIdentifier(edit, identifier, record.NodeId);
        foreach (var link in draft.Links)
        {
            link.SetOwner(record.NodeId);
            edit.AddLink(link.Row);
        }
    }

    /// <summary>Adds the citations of a record.</summary>
    public void Cite(BatchRecord record)
    {
        foreach (var cited in record.Draft.Names.Append(record.Draft))
        {
            foreach (var citation in cited.Citations)
            {
                AddCitation(edit, Citation(citation, references, cited.Row.Id, run.Source.Actor), citation.KeptId);
                if (citation is { Field: not null, Value: not null }) _disputed.Add(cited.Row.Id);
            }
        }
    }

    /// <summary>Shows where the citations say something else than the records.</summary>
    public async Task SettleDisputesAsync(CancellationToken cancel)
    {
        if (_disputed.Count > 0) await DisputeSettling.RunAsync(edit, _disputed, cancel).ConfigureAwait(false);
    }

    public static void AddName(GraphEdit edit, Draft name, long subject)
    {
        ((Name)name.Row).SubjectId = subject;
        if (name.Row.Id > 0) edit.Add(name.Row, name.Row.Id);
        else edit.Add(name.Row);
    }

    public static void AddText(GraphEdit edit, (string Field, string Language, string Value) text, long subject)
        => edit.AddLink(new Text { SubjectId = subject, Field = text.Field, Language = text.Language, Value = text.Value });

    public static void AddIdentifier(GraphEdit edit, (string Scheme, string Value) identifier, long subject)
        => edit.AddLink(new Identifier { SubjectId = subject, Scheme = identifier.Scheme, Value = identifier.Value });

    public static void AddCitation(GraphEdit edit, Citation citation, long keptId)
    {
        if (keptId > 0) edit.Add(citation, keptId);
        else edit.Add(citation);
    }

    /// <summary>A citation as its record has it.</summary>
    public static Citation Citation(CitationDraft draft, BatchReferences references, long subject, string actor)
        => Citation(draft, references.Quote(draft), references.Node(draft.Article), subject, actor);

    /// <inheritdoc cref="Citation(CitationDraft, BatchReferences, long, string)"/>
    public static Citation Citation(CitationDraft draft, FoundQuote? quote, long article, long subject, string actor) => new()
    {
        SubjectId = subject,
        ArticleId = article,
        Quote = quote?.Quote,
        Start = quote?.Start,
        End = quote?.End,
        Locator = draft.Locator,
        Field = draft.Field,
        Value = draft.Value,
        Confidence = draft.Confidence,
        AssertedBy = draft.AssertedBy ?? actor,
    };

    /// <summary>A slug made of the name, which no record of the run asks for; the writer looks in the graph.</summary>
    private string FreeSlug(Draft draft)
    {
        var slug = SlugText.For(Names(draft), draft.Kind);
        var free = slug;
        for (var number = 2; run.Records.Find(RecordKey.Of(new BundleReference.BySlug(free))) >= 0; number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return free;
    }

    private static IEnumerable<Name> Names(Draft draft)
        => draft.Names.Count > 0 ? draft.Names.Select(name => (Name)name.Row)
            : draft.Row is SourceArticle article ? [new Name { Value = article.Title, Language = article.Language ?? "und" }]
            : draft.Texts.Where(text => text.Field == EntityNames.Title).Select(text => new Name { Value = text.Value, Language = text.Language });
}
