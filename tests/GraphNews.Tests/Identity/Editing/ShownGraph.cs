using System.Text.Json;
using GraphNews.Tests.Mutations;

namespace GraphNews.Tests.Identity.Editing;

/// <summary>What ids are answered with, one line each: by the graph, and by the model.</summary>
internal static class ShownGraph
{
    private const string Query =
        """
        query ($ids: [ID!]!) {
          nodes(ids: $ids) {
            __typename
            id
            ... on Entity { canonical { id } names { id } judgements { id } }
            ... on Official { birthDate { text } participations(first: 100) { nodes { id } } }
            ... on Agency { founded { text } participations(first: 100) { nodes { id } } }
            ... on Meeting { kind participations(first: 100) { nodes { id } } }
            ... on Fact { canonical { id } }
            ... on Participation { role official { id } agency { id } meeting { id } judgements { id } }
            ... on Name { value subject { id } }
            ... on AgencySuccession { predecessor { id } successor { id } }
            ... on Judgement { verdict leftId rightId left { id } right { id } }
          }
        }
        """;

    /// <summary>As the graph answers.</summary>
    public static async Task<IReadOnlyList<string>> OfGraphAsync(MutationAnswers graph, IReadOnlyList<string> ids)
    {
        var lines = new List<string>();
        foreach (var some in ids.Chunk(100))
        {
            var data = await graph.Answers.DataAsync(Query, new { ids = some });
            lines.AddRange(some.Zip(data.GetProperty("nodes").EnumerateArray(), (id, node) => $"{id}: {Line(node)}"));
        }

        return lines;
    }

    /// <summary>As the model has it.</summary>
    public static IReadOnlyList<string> OfModel(ModelGraph model, IReadOnlyList<string> ids) => [.. ids.Select(id => $"{id}: {Line(model, id)}")];

    private static string Line(ModelGraph model, string id)
    {
        if (model.Judgements.FirstOrDefault(one => one.Id == id) is { } judgement)
        {
            return judgement.IsUndone
                ? $"Tombstone {id}"
                : $"Judgement {id} verdict={judgement.Verdict} leftId={judgement.Left} rightId={judgement.Right} left={End(model, judgement.Left)} right={End(model, judgement.Right)}";
        }

        var standing = model.Canonical(id);
        var node = model.Nodes[standing];
        if (node.IsRetracted) return $"Tombstone {standing}";
        if (!model.Shows(standing)) return "nothing";
        var line = $"{node.Kind} {standing} canonical={(standing == id ? "" : standing)}";
        if (node.Kind is not "Name" and not "AgencySuccession")
            line += $" judgements={string.Join(',', model.Standing.Where(one => model.Canonical(one.Left) == standing || model.Canonical(one.Right) == standing).Select(one => one.Id).Order(StringComparer.Ordinal))}";
        line += node.Kind switch
        {
            "Official" => $" names={Ids(model.Pointing("Name", "subject", standing))} participations={Ids(model.Pointing("Participation", "official", standing))}",
            "Agency" => $" names={Ids(model.Pointing("Name", "subject", standing))} participations={Ids(model.Pointing("Participation", "agency", standing))}",
            "Meeting" => $" names={Ids(model.Pointing("Name", "subject", standing))} participations={Ids(model.Pointing("Participation", "meeting", standing))}",
            _ => "",
        };
        foreach (var (field, value) in node.Values.OrderBy(value => value.Key, StringComparer.Ordinal)) line += $" {field}={value}";
        foreach (var (field, end) in node.Ends.OrderBy(end => end.Key, StringComparer.Ordinal)) line += $" {field}={model.Canonical(end)}";
        return line;
    }

    private static string Line(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Null) return "nothing";
        var (kind, id) = (node.GetProperty("__typename").GetString()!, node.GetProperty("id").GetString()!);
        if (kind == "Tombstone") return $"Tombstone {id}";
        if (kind == "Judgement")
            return $"Judgement {id} verdict={Text(node, "verdict")} leftId={Text(node, "leftId")} rightId={Text(node, "rightId")} left={Id(node, "left")} right={Id(node, "right")}";
        var line = $"{kind} {id} canonical={Id(node, "canonical")}";
        if (node.TryGetProperty("judgements", out var judgements)) line += $" judgements={Ids(judgements)}";
        if (node.TryGetProperty("names", out var names)) line += $" names={Ids(names)}";
        if (node.TryGetProperty("participations", out var participations)) line += $" participations={Ids(participations.GetProperty("nodes"))}";
        foreach (var field in new[] { "birthDate", "founded", "kind", "role", "value" }.Where(field => node.TryGetProperty(field, out _)))
            line += node.GetProperty(field) is { ValueKind: JsonValueKind.Object } date ? $" {field}={Text(date, "text")}" : $" {field}={Text(node, field)}";
        foreach (var field in new[] { "agency", "meeting", "official", "predecessor", "subject", "successor" }.Where(field => node.TryGetProperty(field, out var end) && end.ValueKind == JsonValueKind.Object))
            line += $" {field}={Id(node, field)}";
        return line;
    }

    private static string End(ModelGraph model, string id) => model.Canonical(id) is var standing && model.Shows(standing) ? standing : "";

    private static string Ids(IEnumerable<string> ids) => string.Join(',', ids.Order(StringComparer.Ordinal));

    private static string Ids(JsonElement nodes) => Ids(nodes.EnumerateArray().Select(node => node.GetProperty("id").GetString()!));

    private static string Text(JsonElement node, string field) => node.GetProperty(field).ToString();

    private static string Id(JsonElement node, string field) => node.GetProperty(field) is { ValueKind: JsonValueKind.Object } end ? Text(end, "id") : "";
}
