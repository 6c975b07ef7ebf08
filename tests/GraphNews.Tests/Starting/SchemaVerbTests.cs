using GraphNews.Tests.Shared;
using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The verb <c>schema</c> keeps the generated inputs in step with the model.</summary>
public sealed class SchemaVerbTests
{
    [Fact]
    public async Task The_committed_inputs_follow_from_the_model()
    {
        var exit = await ServerProcess.RunAsync(["schema", "check", "--folder", Path.Combine(SharedData.Repository, "schema")]);

        Assert.Equal((0, ""), (exit.Code, exit.Error));
    }

    [Fact]
    public async Task A_generated_file_that_was_edited_is_named_and_can_be_written_anew()
    {
        using var folder = CopyOfTheSchema();
        var filters = folder.File(Path.Combine("generated", "filters.graphql"));
        var written = await File.ReadAllTextAsync(filters);
        await File.WriteAllTextAsync(filters, written.Replace("input AgencyFilterInput", "input AgencyFilter", StringComparison.Ordinal));

        var check = await ServerProcess.RunAsync(["schema", "check", "--folder", folder.Path]);
        Assert.Equal(4, check.Code);
        Assert.Contains(filters, check.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await ServerProcess.RunAsync(["schema", "generate", "--folder", folder.Path])).Code);
        Assert.Equal(written, await File.ReadAllTextAsync(filters));
    }

    [Fact]
    public async Task A_folder_without_a_schema_is_named()
    {
        using var folder = new TemporaryFolder();

        var exit = await ServerProcess.RunAsync(["schema", "check", "--folder", folder.Path]);

        Assert.Equal(2, exit.Code);
        Assert.Contains(folder.Path, exit.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder CopyOfTheSchema()
    {
        var copy = new TemporaryFolder();
        var schema = Path.Combine(SharedData.Repository, "schema");
        foreach (var file in Directory.EnumerateFiles(schema, "*.graphql", SearchOption.AllDirectories))
        {
            var target = copy.File(Path.GetRelativePath(schema, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }
}
