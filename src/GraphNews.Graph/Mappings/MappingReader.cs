using GraphNews.Graph.Names;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GraphNews.Graph.Mappings;

/// <summary>Reads a mapping file. <c>docs/csv-mappings.md</c> has the format.</summary>
internal static class MappingReader
{
    /// <summary>What a mapping file's <c>format</c> says.</summary>
    public const string Format = "graphnews-mapping";

    /// <summary>The version of the format that this code reads.</summary>
    public const int Version = 1;

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="MappingException">It cannot be opened, is no YAML, or says what mappings cannot say.</exception>
    public static Mapping Read(string path)
    {
        var fields = new MappingFields(path, Load(path));
        if (fields.Text("format") != Format)
        {
            throw fields.Wrong("format", $"has to be {Format}.");
        }

        if (fields.RequiredNumber("version") is var version and not Version)
        {
            throw fields.Wrong("version", $"is {version}; this GraphNews reads version {Version}.");
        }

        var name = fields.RequiredText("name");
        if (!SlugText.IsSlug(name) || name.Length > SlugText.MaxLength)
        {
            throw fields.Wrong("name", $"is '{name}'. Write words of a to z and 0 to 9, joined by single hyphens, at most {SlugText.MaxLength} characters.");
        }

        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, fields.Text("folder") ?? "");
        var publishers = fields.Object("publishers") is { } all
            ? all.Keys.Select(key => ReadPublisher(key, all.Object(key)!)).ToList()
            : [];
        var sources = fields.Objects("sources").Select(source => SourceReader.Read(source, publishers)).ToList();
        fields.End();
        return sources.Count > 0
            ? new Mapping(path, name, Path.GetFullPath(folder), publishers, sources)
            : throw fields.Wrong("sources", "is missing or empty: there is no file to read.");
    }

    private static YamlNode Load(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count == 1
                ? stream.Documents[0].RootNode
                : throw new MappingPlace(path, 1, 1).Wrong("The file has to hold one YAML document.");
        }
        catch (YamlException error)
        {
            throw new MappingException(
                new MappingProblem(path, (int)error.Start.Line, $"{error.Start.Column}", MappingCodes.BadMapping, $"This is no YAML: {error.Message}"), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MappingException(
                new MappingProblem(path, 0, null, MappingCodes.UnreadableFile, $"The mapping cannot be opened: {error.Message}"), error);
        }
    }

    private static PublisherMapping ReadPublisher(string key, MappingFields fields)
    {
        var publisher = new PublisherMapping(key, fields.RequiredText("name"), fields.Text("site"), fields.Text("country"));
        fields.End();
        return publisher;
    }
}
