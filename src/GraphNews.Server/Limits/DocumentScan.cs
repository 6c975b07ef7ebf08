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
    /// <exception cref="RequestRefusedException">The document is over a limit; the message says which, and by how much where that is known.</exception>
    public static void Check(string document, LimitsSettings limits)
    {
        if (document.Length > limits.DocumentCharacters)
            throw Refuse(ErrorCodes.TooManyTokens, $"The document has {document.Length} characters; the limit is {limits.DocumentCharacters}. Ask for less, or in several requests.");

        var (position, tokens, depth) = (0, 0, 0);
        try
        {
            while (Lexer.Lex(document, position) is { Kind: not TokenKind.EOF } token)
            {
                position = token.End;
                if (++tokens > limits.Tokens)
                    throw Refuse(ErrorCodes.TooManyTokens, $"The document has more than {limits.Tokens} tokens. Ask for less, or in several requests.");

                depth += Step(token.Kind);
                if (depth > limits.Depth)
                    throw Refuse(ErrorCodes.TooDeep, $"The document nests deeper than {limits.Depth} levels of braces, brackets and parentheses. Ask for less, or in several requests.");
            }
        }
        catch (GraphQLSyntaxErrorException)
        {
            // The engine reports it, with its place; it stops at the same character.
        }
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
