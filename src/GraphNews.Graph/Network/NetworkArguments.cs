using System.Globalization;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Nodes;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Network;

/// <summary>Arguments that questions of the network share.</summary>
internal static class NetworkArguments
{
    /// <summary>A number in its range.</summary>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: it is out of range.</exception>
    public static int Number(IReadOnlyDictionary<string, object?> arguments, string name, int otherwise, int least, int most)
    {
        if (arguments.GetValueOrDefault(name) is not { } given) return otherwise;

        var number = Convert.ToInt32(given, CultureInfo.InvariantCulture);
        return number >= least && number <= most
            ? number
            : throw new GraphException(
                ErrorCodes.BadArguments, string.Create(CultureInfo.InvariantCulture, $"{name} is {number}; it must be between {least} and {most}."));
    }

    /// <summary>The id of an official or agency.</summary>
    /// <exception cref="GraphException"><c>INVALID_ID</c>: it is of neither.</exception>
    public static NodeKey Party(IReadOnlyDictionary<string, object?> arguments, string name)
    {
        var id = (string)arguments[name]!;
        return NodeId.TryDecode(id, out var kind, out var key) && kind is { } known and (NodeKind.Official or NodeKind.Agency)
            ? new NodeKey(known, key)
            : throw new GraphException(ErrorCodes.InvalidId, $"{name}: \"{NodeLookupIds.Shown(id)}\" is no id of an official or agency. Take ids from the field id.");
    }
}
