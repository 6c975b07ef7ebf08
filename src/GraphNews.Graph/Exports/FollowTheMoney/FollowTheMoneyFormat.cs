using GraphNews.Graph.Agencies;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports.FollowTheMoney;

/// <summary>FollowTheMoney entities as JSON Lines, for OpenAleph and OpenSanctions' tools. Source: followthemoney.tech, the model of version 4.</summary>
/// <param name="files">Where to.</param>
/// <param name="publishesText">Whether readers get the texts of articles.</param>
internal sealed class FollowTheMoneyFormat(ExportFiles files, bool publishesText) : ExportFormat
{
    private RecordWriter _lines = null!;
    private Stream _output = null!;
    private ExportScope _scope = null!;

    public override IReadOnlyList<NodeKind> Kinds { get; } =
    [
        NodeKind.SourceArticle, NodeKind.Place, NodeKind.Agency, NodeKind.Post, NodeKind.Official, NodeKind.Meeting, NodeKind.AgencySuccession, NodeKind.Tenure,
    ];

    public override IReadOnlyList<NodeKind> Inside => [NodeKind.Name, NodeKind.Citation, NodeKind.Participation];

    public override IReadOnlyList<NodeKind> LabelsOf => [NodeKind.Place, NodeKind.Topic, NodeKind.Publisher];

    public override IReadOnlyList<NodeKind> FactsWith(NodeKind kind) => kind == NodeKind.Meeting ? [NodeKind.Participation] : [];

    public override Task BeginAsync(ExportScope scope, CancellationToken cancel)
    {
        (_scope, _output) = (scope, files.Only);
        _lines = new RecordWriter(_output);
        return Task.CompletedTask;
    }

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        var merged = _scope.Tables[page.Kind].IsEntity ? await MergedAsync(page, cancel).ConfigureAwait(false) : Enumerable.Empty<(long, string)>().ToLookup(_ => 0L, _ => "");
        var things = new FollowTheMoneyThings(page, Losses, publishesText, id => [.. merged[id]]);
        var links = new FollowTheMoneyLinks(page, Losses);
        foreach (var row in page.Rows)
        {
            foreach (var entity in Entities(row, things, links))
            {
                entity.Write(_lines.Json);
                await _lines.EndAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    public override Task EndAsync(CancellationToken cancel) => _output.FlushAsync(cancel);

    public override void Dispose() => _lines?.Dispose();

    private static IEnumerable<FollowTheMoneyEntity> Entities(NodeRow row, FollowTheMoneyThings things, FollowTheMoneyLinks links) => row switch
    {
        SourceArticle article => [things.Article(article)],
        Place place => [things.Address(place)],
        Agency agency => [things.Agency(agency), .. links.Parent(agency), .. links.Identifications(agency), .. links.Mentions(agency, FollowTheMoneyThings.SchemaOf(agency.Kind))],
        Post post => [things.Position(post)],
        Official official => [things.Person(official), .. links.Identifications(official), .. links.Mentions(official, "Person")],
        Meeting meeting => [things.Event(meeting)],
        AgencySuccession succession => [links.Succession(succession)],
        Tenure tenure => [links.Occupancy(tenure)],
        _ => throw new InvalidOperationException($"{row.GetType().Name} is no kind that FollowTheMoney has."),
    };

    /// <summary>The slugs that lead to the page's entities, beside their own.</summary>
    private async Task<ILookup<long, string>> MergedAsync(ExportPage page, CancellationToken cancel)
    {
        long[] ids = [.. page.Rows.Select(row => row.Id)];
        var own = page.Rows.Cast<Entity>().ToDictionary(row => row.Id, row => row.Slug);
        var slugs = await (from slug in _scope.Graph.Slugs
                           join node in _scope.Graph.Nodes on slug.NodeId equals node.Id
                           where ids.Contains(node.CanonicalId) && node.RetractedVersion == null
                           select new { node.CanonicalId, slug.Value }).ToListAsync(cancel).ConfigureAwait(false);
        return slugs.Where(slug => slug.Value != own[slug.CanonicalId]).OrderBy(slug => slug.Value, StringComparer.Ordinal).ToLookup(slug => slug.CanonicalId, slug => slug.Value);
    }
}
