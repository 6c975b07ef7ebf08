namespace GraphNews.Graph.Documents;

/// <summary>
/// A document with its long lines broken where spaces and commas mean nothing, character for character as long as it was.
/// A parser writes the line of a mistake into its message, in time by the square of that line: so it is shown short
/// lines first, and the document as it came only when it is known to parse.
/// </summary>
public sealed class ShortLines
{
    /// <summary>The longest run of characters that cannot be broken: a text in quotes, a comment, a name.</summary>
    public const int LongestRun = 8_000;

    private const int LineLength = 1_000;

    private readonly char[] _text;
    private readonly List<ReadOnlyMemory<char>> _pieces = [];
    private int _at;
    private int _column;
    private int _piece;
    private int _run;

    private ShortLines(string text)
    {
        _text = text.ToCharArray();
        while (_at < _text.Length) Step();
        Cut();
        Text = new string(_text);
    }

    /// <summary>The document in pieces, each of whole tokens, and short unless one of them is long.</summary>
    public IReadOnlyList<ReadOnlyMemory<char>> Pieces => _pieces;

    /// <summary>The document with more line breaks; every character that means something is in its place.</summary>
    public string Text { get; }

    /// <summary>How many characters the longest line still has.</summary>
    public int LongestLine { get; private set; }

    /// <summary>How many characters the longest line of a piece has: over the length of a line, it is a single token's.</summary>
    public int LongestToken { get; private set; }

    /// <summary>The document to show to a parser first; null if it has no long lines, and can be parsed as it is.</summary>
    public static ShortLines? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var left = text.AsSpan();
        while (left.Length > LineLength)
        {
            var end = left[..(LineLength + 1)].LastIndexOfAny('\n', '\r');
            if (end < 0) return new ShortLines(text);
            left = left[(end + 1)..];
        }

        return null;
    }

    /// <summary>The place of a line and a column, both from 1, among all characters, from 0.</summary>
    public int PositionOf(int line, int column)
    {
        var start = 0;
        for (var i = 1; i < line; i++) start += EndOfLine(start);
        return Math.Min(start + column - 1, Text.Length);
    }

    private int EndOfLine(int start)
    {
        var length = Text.AsSpan(start).IndexOfAny('\n', '\r') + 1;
        if (length == 0) return Text.Length - start;
        return length + (Text.AsSpan(start + length - 1).StartsWith("\r\n", StringComparison.Ordinal) ? 1 : 0);
    }

    private void Step()
    {
        switch (_text[_at])
        {
            case '"' when Starts("\"\"\""): Skip(3, "\"\"\"", escape: "\\\"\"\""); break;
            case '"': Skip(1, "\"", escape: "\\", endsWithLine: true); break;
            case '#': Skip(1, "\n", escape: null, endsWithLine: true); break;
            case ' ' or '\t' or ',' when _column >= LineLength: _text[_at] = '\n'; Take(); break;
            case '{' or '}' or '[' or ']' or '(' or ')' or ':' or '!' or '$' or '@' or '=' or '|' or '&' when _at - _piece >= LineLength: Cut(); Take(); break;
            default: Take(); break;
        }
    }

    /// <summary>Goes to the end of what must stay as it is.</summary>
    private void Skip(int opening, string closing, string? escape, bool endsWithLine = false)
    {
        Take(opening);
        while (_at < _text.Length && !(endsWithLine && _text[_at] is '\n' or '\r'))
        {
            if (escape is not null && Starts(escape)) Take(Math.Max(2, escape.Length));
            else if (Starts(closing))
            {
                Take(closing.Length);
                return;
            }
            else Take();
        }
    }

    private void Cut()
    {
        _pieces.Add(_text.AsMemory(_piece.._at));
        (_piece, _run) = (_at, 0);
    }

    private bool Starts(string with) => _text.AsSpan(_at).StartsWith(with, StringComparison.Ordinal);

    private void Take(int characters = 1)
    {
        for (; characters > 0 && _at < _text.Length; characters--)
        {
            _column = _text[_at++] is '\n' or '\r' ? 0 : _column + 1;
            _run = _column == 0 ? 0 : _run + 1;
            LongestLine = Math.Max(LongestLine, _column);
            LongestToken = Math.Max(LongestToken, _run);
        }
    }
}
