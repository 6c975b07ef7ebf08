using GraphNews.Tests.Storage;

namespace GraphNews.Tests.Starting;

/// <summary>The verbs <c>backup</c> and <c>restore</c> of the real executable.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_graph_is_backed_up_while_it_is_served_and_restored_when_it_is_not()
    {
        await using var graph = await TestGraph.CreateWithSampleAsync();
        var copy = _folder.File("copy.db");
        await using (var server = await ServerProcess.StartAsync(graph))
        {
            var backup = await ServerProcess.RunAsync(["backup", copy], database: graph.Path);
            Assert.Equal((0, ""), (backup.Code, backup.Error));
            Assert.StartsWith($"{copy}: version 2, ", backup.Output, StringComparison.Ordinal);

            var early = await ServerProcess.RunAsync(["restore", copy, "--replace"], database: graph.Path);
            Assert.Equal((8, ""), (early.Code, early.Output));
            Assert.Contains($"Nothing was restored. {graph.Path} is in use", early.Error, StringComparison.Ordinal);
        }

        var restored = await ServerProcess.RunAsync(["restore", copy, "--replace"], database: graph.Path);
        Assert.Equal((0, ""), (restored.Code, restored.Error));
        Assert.Equal($"The graph is at version 2. The one before lies in {graph.Path}.replaced-1.", restored.Output.Trim());
    }

    [Fact]
    public async Task A_backup_that_cannot_be_made_is_told_with_an_exit_code_of_its_own()
    {
        var exit = await ServerProcess.RunAsync(["backup", _folder.File("copy.db")], database: _folder.File("none.db"));

        Assert.Equal((8, ""), (exit.Code, exit.Output));
        Assert.Contains($"No backup was made. There is no database at {_folder.File("none.db")}.", exit.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_server_of_databases_has_ways_of_its_own()
    {
        var exit = await ServerProcess.RunAsync(["backup", _folder.File("copy.db"), "--Database:Provider=SqlServer", "--ConnectionStrings:Graph=Server=127.0.0.1;Database=none"]);

        Assert.Equal(8, exit.Code);
        Assert.Contains("SqlServer is backed up and restored by its own tools.", exit.Error, StringComparison.Ordinal);
    }
}
