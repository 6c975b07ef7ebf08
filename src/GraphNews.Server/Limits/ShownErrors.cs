using System.Text.RegularExpressions;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;

namespace GraphNews.Server.Limits;

/// <summary>
/// What a client is shown of the errors of a refused document. A small document may have thousands of mistakes, and an engine
/// repeats each with the name or text that is wrong, however long.
/// </summary>
internal static partial class ShownErrors
{
    private const int MostErrors = 100;

    private const int MostCharacters = 1_000;

    /// <summary>The errors within bounds, and without the names that are like a wrong one where these are not told.</summary>
    public static GraphResponse Of(GraphResponse response, LimitsSettings limits)
        => response.Executed ? response : new GraphResponse { Executed = false, Errors = [.. response.Errors.Take(MostErrors).Select(error => Shown(error, limits))] };

    private static GraphError Shown(GraphError error, LimitsSettings limits)
    {
        var message = limits.FieldSuggestions ? error.Message : Suggestion().Replace(error.Message, "");
        return error with { Message = message.Length <= MostCharacters ? message : $"{message[..MostCharacters]}…" };
    }

    [GeneratedRegex(@" Did you mean [^?]*\?", RegexOptions.NonBacktracking)]
    private static partial Regex Suggestion();
}
