using System.Globalization;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>GEXF, the format of Gephi. Source: gexf.net, the schema of version 1.2.</summary>
internal sealed class GexfWriter(ExportFiles files) : NetworkWriter(files)
{
    public override async Task BeginAsync(long version)
    {
        await Xml.WriteStartDocumentAsync().ConfigureAwait(false);
        await Xml.WriteStartElementAsync(null, "gexf", "http://www.gexf.net/1.2draft").ConfigureAwait(false);
        await Xml.WriteAttributeStringAsync(null, "version", null, "1.2").ConfigureAwait(false);
        await StartAsync("meta").ConfigureAwait(false);
        await ElementAsync("creator", "GraphNews").ConfigureAwait(false);
        await ElementAsync("description", string.Create(CultureInfo.InvariantCulture, $"Who met whom, at version {version} of the graph.")).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        await StartAsync("graph", ("defaultedgetype", "undirected"), ("mode", "static")).ConfigureAwait(false);
        await AttributesAsync("node", NetworkNode.Attributes).ConfigureAwait(false);
        await AttributesAsync("edge", ParticipantTie.Attributes).ConfigureAwait(false);
        await StartAsync("nodes").ConfigureAwait(false);
    }

    public override async Task NodeAsync(NetworkNode node)
    {
        await StartAsync("node", ("id", node.Id), ("label", node.Label)).ConfigureAwait(false);
        await ValuesAsync(NetworkNode.Attributes, node.Values).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    public override async Task EndNodesAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await StartAsync("edges").ConfigureAwait(false);
    }

    protected override async Task WriteEdgeAsync(string from, string to, ParticipantTie tie)
    {
        await StartAsync(
            "edge",
            ("id", string.Create(CultureInfo.InvariantCulture, $"met-{Edges}")), ("source", from), ("target", to), ("label", "met"),
            ("weight", tie.Meetings.ToString(CultureInfo.InvariantCulture))).ConfigureAwait(false);
        await ValuesAsync(ParticipantTie.Attributes, tie.Values).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task AttributesAsync(string of, IReadOnlyList<string> attributes)
    {
        await StartAsync("attributes", ("class", of)).ConfigureAwait(false);
        foreach (var attribute in attributes) await ElementAsync("attribute", null, ("id", attribute), ("title", attribute), ("type", "string")).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private async Task ValuesAsync(IReadOnlyList<string> attributes, IReadOnlyList<string?> values)
    {
        if (values.All(value => value is null)) return;
        await StartAsync("attvalues").ConfigureAwait(false);
        foreach (var (attribute, value) in attributes.Zip(values))
        {
            if (value is not null) await ElementAsync("attvalue", null, ("for", attribute), ("value", value)).ConfigureAwait(false);
        }

        await CloseAsync().ConfigureAwait(false);
    }
}
