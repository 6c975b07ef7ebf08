using System.Text;

namespace GraphNews.Graph.Walk;

/// <summary>
/// Tells one statement's shape from another's: two statements with the same text here have the same SQL and differ
/// only in their values. Values are collected in the order in which the compiler takes up <see cref="StatementValues"/>.
/// </summary>
internal sealed class ShapeKey
{
    private readonly StringBuilder _text = new();
    private readonly List<object> _values = [];

    public IReadOnlyList<object> Values => _values;

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

    public ShapeKey AddValue(object value)
    {
        _text.Append('$');
        _values.Add(value);
        return this;
    }

    public override string ToString() => _text.ToString();
}
