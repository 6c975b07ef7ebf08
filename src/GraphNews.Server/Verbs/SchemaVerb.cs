using System.CommandLine;
using GraphNews.Graph.Binding;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>schema generate</c> and <c>schema check</c>: the filter and sort inputs that follow from the model.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "The schema's folder.",
            DefaultValueFactory = _ => new DirectoryInfo("schema"),
            Recursive = true,
        };
        var generate = new Command("generate", "Writes the filter and sort inputs that follow from the model into schema/generated.");
        generate.SetAction((parsed, cancel) => GenerateAsync(parsed.GetValue(folder)!, cancel));
        var check = new Command("check", "Tells whether schema/generated is what the model asks for, and changes nothing.");
        check.SetAction((parsed, cancel) => CheckAsync(parsed.GetValue(folder)!, cancel));
        return new Command("schema", "Works on the schema's files.") { folder, generate, check };
    }

    private static async Task<int> GenerateAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        foreach (var file in InputGenerator.Generate(SchemaSource.ReadFolder(folder.FullName)))
        {
            var path = Path.Combine(folder.FullName, file.File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, file.Text, cancel);
            await Console.Out.WriteLineAsync($"Wrote {path}");
        }

        return ExitCodes.Done;
    }

    private static async Task<int> CheckAsync(DirectoryInfo folder, CancellationToken cancel)
    {
        var sources = SchemaSource.ReadFolder(folder.FullName);
        var differing = InputGenerator.Generate(sources).Except(sources).ToList();
        foreach (var file in differing)
            await Console.Error.WriteLineAsync($"{Path.Combine(folder.FullName, file.File)} does not follow from the model. Run: schema generate".AsMemory(), cancel);
        return differing.Count == 0 ? ExitCodes.Done : ExitCodes.SchemaDiffers;
    }
}
