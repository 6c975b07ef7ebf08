using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Agencies;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Officials;
using GraphNews.Graph.Places;
using GraphNews.Graph.Posts;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Exports.Popolo;

/// <summary>Popolo as one JSON document with a list for each class. Source: the Popolo data specification, popoloproject.com.</summary>
internal sealed class PopoloFormat(ExportFiles files) : ExportFormat
{
    private static readonly Dictionary<NodeKind, string> Lists = new()
    {
        [NodeKind.Official] = "persons", [NodeKind.Agency] = "organizations", [NodeKind.Post] = "posts", [NodeKind.Tenure] = "memberships",
        [NodeKind.Place] = "areas", [NodeKind.Meeting] = "events",
    };

    private Utf8JsonWriter _json = null!;
    private ExportScope _scope = null!;
    private NodeKind? _open;

    public override IReadOnlyList<NodeKind> Kinds { get; } = [.. Lists.Keys];

    public override IReadOnlyList<NodeKind> Inside => [NodeKind.Name, NodeKind.Citation, NodeKind.Participation];

    public override IReadOnlyList<NodeKind> LabelsOf => [NodeKind.Official, NodeKind.Place];

    public override bool CitesArticles => true;

    public override IReadOnlyList<NodeKind> FactsWith(NodeKind kind) => kind == NodeKind.Meeting ? [NodeKind.Participation] : [];

    public override Task BeginAsync(ExportScope scope, CancellationToken cancel)
    {
        _scope = scope;
        _json = new Utf8JsonWriter(files.Only, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
        return Task.CompletedTask;
    }

    public override async Task WriteAsync(ExportPage page, CancellationToken cancel)
    {
        if (_open != page.Kind)
        {
            if (_open is not null) _json.WriteEndArray();
            _json.WriteStartArray(Lists[page.Kind]);
            _open = page.Kind;
        }

        var agencies = page.Kind == NodeKind.Tenure ? await AgenciesAsync(page, cancel).ConfigureAwait(false) : [];
        var records = new PopoloRecords(_json, page, Losses);
        foreach (var row in page.Rows)
        {
            _json.WriteStartObject();
            Write(records, row, agencies);
            _json.WriteEndObject();
        }

        await _json.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override async Task EndAsync(CancellationToken cancel)
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(cancel).ConfigureAwait(false);
    }

    public override void Dispose() => _json?.Dispose();

    private static void Write(PopoloRecords records, NodeRow row, Dictionary<long, string> agencies)
    {
        switch (row)
        {
            case Official official:
                records.Person(official);
                break;
            case Agency agency:
                records.Organization(agency);
                break;
            case Post post:
                records.Post(post);
                break;
            case Tenure tenure:
                records.Membership(tenure, agencies.GetValueOrDefault(tenure.PostId));
                break;
            case Place place:
                records.Area(place);
                break;
            case Meeting meeting:
                records.Event(meeting);
                break;
            default:
                throw new InvalidOperationException($"{row.GetType().Name} is no kind that Popolo has.");
        }
    }

    /// <summary>The agencies that the posts of a page of tenures are at: a membership names post and organization.</summary>
    private async Task<Dictionary<long, string>> AgenciesAsync(ExportPage page, CancellationToken cancel)
    {
        long[] posts = [.. page.Rows.Cast<Tenure>().Select(tenure => tenure.PostId).Distinct()];
        var agencies = await _scope.Graph.Posts.Where(post => posts.Contains(post.Id) && post.Agency!.HiddenSince == null && post.AgencyId != null)
            .Select(post => new { post.Id, AgencyId = post.AgencyId!.Value, post.Agency!.Slug }).ToListAsync(cancel).ConfigureAwait(false);
        var fitting = await _scope.FittingAsync(NodeKind.Agency, [.. agencies.Select(post => post.AgencyId).Distinct()], cancel).ConfigureAwait(false);
        return agencies.Where(post => fitting.Contains(post.AgencyId)).ToDictionary(post => post.Id, post => post.Slug);
    }
}
