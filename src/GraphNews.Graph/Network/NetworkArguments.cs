using System.Globalization;
using GraphNews.Graph.Errors;

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
}
