using GraphNews.Graph.Documents;
using GraphNews.Graph.Errors;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace GraphNews.Server.Limits;

/// <summary>
/// Counts a document's tokens and how deep it nests, in one pass and constant space, before any parser sees it: parsers
/// and validators recurse, and a document of brackets alone could end the process (CVE-2026-40324 elsewhere).
/// </summary>
internal static class DocumentScan
{
    /// <exception cref="RequestRefusedException">The document is over a limit; the message says which, and what it has.</exception>
    public static void Check(string document, LimitsSettings limits)
    {
        if (document.Length > limits.DocumentCharacters)
            throw Refuse(ErrorCodes.TooManyTokens, $"The document has {document.Length} characters; the limit is {limits.DocumentCharacters}. Ask for less, or in several requests.");

        var shorter = ShortLines.Of(document);
        CheckRun(shorter?.LongestToken, "a text, a comment or a name");
        var (tokens, levels, digits) = Measure(shorter?.Pieces ?? [document.AsMemory()]);
        if (levels > limits.Depth)
            throw Refuse(ErrorCodes.TooDeep, $"The document nests {levels} levels of braces, brackets and parentheses deep; the limit is {limits.Depth}. Ask for less, or in several requests.");
        if (tokens > limits.Tokens)
            throw Refuse(ErrorCodes.TooManyTokens, $"The document has {tokens} tokens; the limit is {limits.Tokens}. Ask for less, or in several requests.");
        if (digits > RequestBody.NumberCharacters)
            throw Refuse(ErrorCodes.ValidationFailed, $"The document has a number of {digits} characters; the limit is {RequestBody.NumberCharacters}. Write a longer one as a string.");
        CheckRun(shorter?.LongestLine, "a line that cannot be broken");
    }

    private static void CheckRun(int? characters, string what)
    {
        if (characters > ShortLines.LongestRun)
            throw Refuse(ErrorCodes.TooManyTokens, $"The document has {what} of {characters} characters; the limit is {ShortLines.LongestRun}. Send a long text as a variable.");
    }

    /// <summary>How many tokens it has, how deep it nests, and how long its longest number is, as far as it can be read.</summary>
    private static (int Tokens, int Levels, int Digits) Measure(IReadOnlyList<ReadOnlyMemory<char>> pieces)
    {
        var (tokens, depth, levels, digits) = (0, 0, 0, 0);
        try
        {
            foreach (var piece in pieces)
            {
                var position = 0;
                while (Lexer.Lex(piece, position) is { Kind: not TokenKind.EOF } token)
                {
                    position = token.End;
                    tokens++;
                    depth += Step(token.Kind);
                    levels = Math.Max(levels, depth);
                    if (token.Kind is TokenKind.INT or TokenKind.FLOAT) digits = Math.Max(digits, token.Value.Length);
                }
            }
        }
        catch (GraphQLSyntaxErrorException)
        {
            // The parser reports it, with its place; it stops at the same character.
        }

        return (tokens, levels, digits);
    }

    private static int Step(TokenKind kind) => kind switch
    {
        TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L => 1,
        TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R => -1,
        _ => 0,
    };

    private static RequestRefusedException Refuse(string code, string message)
        => new(StatusCodes.Status400BadRequest, code, message) { IsWellFormed = true };
}
