using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GraphNews.Graph.Mappings;

/// <summary>The keys of an object of a mapping file. What was read by nobody is unknown, and refused at the <see cref="End"/>.</summary>
internal sealed class MappingFields
{
    private readonly Dictionary<string, (MappingPlace Place, YamlNode Value)> _fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly string _file;

    /// <summary>The keys of an object.</summary>
    /// <exception cref="MappingException">It is no object.</exception>
    public MappingFields(string file, YamlNode node)
    {
        (_file, Place) = (file, At(file, node.Start));
        if (node is not YamlMappingNode mapping)
        {
            throw Place.Wrong("There has to be an object here: keys with values.");
        }

        foreach (var (key, value) in mapping.Children)
        {
            _fields.Add(((YamlScalarNode)key).Value ?? "", (At(file, key.Start), value));
        }
    }

    /// <summary>Where the object begins.</summary>
    public MappingPlace Place { get; }

    /// <summary>The keys in their order.</summary>
    public IEnumerable<string> Keys => _fields.Keys;

    /// <summary>Where a key stands; where the object begins if it is absent.</summary>
    public MappingPlace PlaceOf(string key) => _fields.TryGetValue(key, out var field) ? field.Place : Place;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => _fields.ContainsKey(key);

    /// <summary>Whether the key's value is a text, and no list or object.</summary>
    public bool IsText(string key) => _fields.TryGetValue(key, out var field) && field.Value is YamlScalarNode;

    /// <summary>A text; null if it is absent.</summary>
    public string? Text(string key)
    {
        _read.Add(key);
        return !_fields.TryGetValue(key, out var field)
            ? null
            : field.Value is YamlScalarNode scalar ? scalar.Value ?? "" : throw Wrong(key, "has to be a text.");
    }

    /// <summary>A text that has to be there.</summary>
    public string RequiredText(string key) => Text(key) is { Length: > 0 } text ? text : throw Wrong(key, "is missing or empty.");

    /// <summary>True or false; null if it is absent.</summary>
    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw Wrong(key, "has to be true or false."),
    };

    /// <summary>A whole number that has to be there.</summary>
    public int RequiredNumber(string key)
        => int.TryParse(RequiredText(key), CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(key, "has to be a whole number.");

    /// <summary>A text, or a list of them; null if it is absent.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        _read.Add(key);
        return !_fields.TryGetValue(key, out var field)
            ? null
            : field.Value switch
            {
                YamlScalarNode scalar => [scalar.Value ?? ""],
                YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode)
                    => [.. list.Children.Select(item => ((YamlScalarNode)item).Value ?? "")],
                _ => throw Wrong(key, "has to be a text or a list of texts."),
            };
    }

    /// <summary>An object; null if it is absent.</summary>
    public MappingFields? Object(string key)
    {
        _read.Add(key);
        return _fields.TryGetValue(key, out var field) ? new MappingFields(_file, field.Value) : null;
    }

    /// <summary>The objects of a list, or the one object that stands there; none if it is absent.</summary>
    public IReadOnlyList<MappingFields> Objects(string key)
    {
        _read.Add(key);
        return !_fields.TryGetValue(key, out var field)
            ? []
            : field.Value switch
            {
                YamlSequenceNode list => [.. list.Children.Select(item => new MappingFields(_file, item))],
                YamlMappingNode => [new MappingFields(_file, field.Value)],
                _ => throw Wrong(key, "has to be a list of objects."),
            };
    }

    /// <summary>Refuses keys that nobody has read.</summary>
    public void End()
    {
        if (_fields.Keys.FirstOrDefault(key => !_read.Contains(key)) is { } unknown)
        {
            throw Wrong(unknown, $"is unknown here. Known are {string.Join(", ", _read.Order(StringComparer.Ordinal))}.");
        }
    }

    /// <summary>The error that a key is wrong.</summary>
    public MappingException Wrong(string key, string what) => PlaceOf(key).Wrong($"The key {key} {what}");

    private static MappingPlace At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
