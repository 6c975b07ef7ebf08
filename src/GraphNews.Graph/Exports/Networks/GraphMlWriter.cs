using System.Globalization;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>GraphML. Source: graphml.graphdrawing.org, the schema of version 1.0.</summary>
internal sealed class GraphMlWriter(ExportFiles files) : NetworkWriter(files)
{
    private const string Label = "label";
    private const string Weight = "weight";

    public override async Task BeginAsync(long version)
    {
        await Xml.WriteStartDocumentAsync().ConfigureAwait(false);
        await Xml.WriteStartElementAsync(null, "graphml", "http://graphml.graphdrawing.org/xmlns").ConfigureAwait(false);
        foreach (var attribute in NetworkNode.Attributes.Prepend(Label)) await KeyAsync(attribute, "node", "string").ConfigureAwait(false);
        await KeyAsync(Weight, "edge", "int").ConfigureAwait(false);
        foreach (var attribute in ParticipantTie.Attributes) await KeyAsync(attribute, "edge", "string").ConfigureAwait(false);
        await StartAsync("graph", ("id", string.Create(CultureInfo.InvariantCulture, $"version-{version}")), ("edgedefault", "undirected")).ConfigureAwait(false);
    }

    public override async Task NodeAsync(NetworkNode node)
    {
        await StartAsync("node", ("id", node.Id)).ConfigureAwait(false);
        await DataAsync(Label, node.Label).ConfigureAwait(false);
        foreach (var (attribute, value) in NetworkNode.Attributes.Zip(node.Values)) await DataAsync(attribute, value).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    public override Task EndNodesAsync() => Task.CompletedTask;

    protected override async Task WriteEdgeAsync(string from, string to, ParticipantTie tie)
    {
        await StartAsync("edge", ("id", string.Create(CultureInfo.InvariantCulture, $"met-{Edges}")), ("source", from), ("target", to)).ConfigureAwait(false);
        await DataAsync(Weight, tie.Meetings.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        foreach (var (attribute, value) in ParticipantTie.Attributes.Zip(tie.Values)) await DataAsync(attribute, value).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private Task KeyAsync(string name, string of, string type) => ElementAsync("key", null, ("id", name), ("for", of), ("attr.name", name), ("attr.type", type));

    private Task DataAsync(string key, string? value) => value is null ? Task.CompletedTask : ElementAsync("data", value, ("key", key));
}
