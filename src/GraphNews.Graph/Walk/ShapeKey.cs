using System.Globalization;
using System.Text;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Tells one statement's shape from another's: two statements with the same text here have the same SQL and differ
/// only in their values. Values are collected in the order in which the compiler takes up <see cref="StatementValues"/>.
/// </summary>
internal sealed class ShapeKey
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values = [];
    private readonly List<string> _marks = [];

    public IReadOnlyList<object> Values => _values;

    /// <summary>What tells the values of one question from those of another, as text: cursors keep it.</summary>
    public IReadOnlyList<string> Marks => _marks;

    public ShapeKey Add(string text)
    {
        // Lengths keep texts that clients choose (response names) from running into each other.
        _text.Append(text.Length).Append(':').Append(text);
        return this;
    }

    public ShapeKey Add(char mark)
    {
        _text.Append(mark);
        return this;
    }

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mark">What was asked for, where the value was looked up by it and may change between two pages.</param>
    /// <exception cref="GraphException"><c>BAD_ARGUMENTS</c>: a text that not every database can be asked for.</exception>
    public ShapeKey AddValue(object value, string? mark = null)
    {
        if (value is string text && !WrittenCharacters.CanBeKept(text))
            throw new GraphException(ErrorCodes.BadArguments, "A text that is asked for holds U+0000 or half of a surrogate pair. No text of the graph does: leave it out.");

        _text.Append('$');
        _values.Add(value);
        _marks.Add(mark ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        return this;
    }

    public override string ToString() => _text.ToString();
}
