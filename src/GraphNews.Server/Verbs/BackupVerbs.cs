using System.CommandLine;
using System.Globalization;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary><c>backup</c> and <c>restore</c>: a graph that is kept in a file is copied, and a copy is put back.</summary>
internal static class BackupVerbs
{
    public static Command Backup()
    {
        var path = new Argument<string>("path") { Description = "The file to write. Nothing may be there yet." };
        var settings = ServeVerb.Settings();
        var verb = new Command(
            "backup",
            """
            Copies the graph of a SQLite file, one version of it, whole and checked, while servers go on reading and writing.
            docs/operations.md tells how SQL Server and PostgreSQL are backed up.

            Examples:
              GraphNews.Server backup /backups/graph-2027-01-31.db
              GraphNews.Server backup copy.db "--ConnectionStrings:Graph=Data Source=ministers.db"
            """)
        {
            path, settings,
        };
        verb.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(settings)!,
            "No backup was made.",
            async graph =>
            {
                var file = parsed.GetValue(path)!;
                var version = await graph.BackUpAsync(file, cancel);
                return string.Create(CultureInfo.InvariantCulture, $"{file}: version {version}, {new FileInfo(file).Length:N0} bytes");
            },
            cancel));
        return verb;
    }

    public static Command Restore()
    {
        var path = new Argument<string>("path") { Description = "The backup, which stays where it is." };
        var replace = new Option<bool>("--replace") { Description = "Set aside the graph that is there; its file is renamed, not deleted." };
        var settings = ServeVerb.Settings();
        var verb = new Command(
            "restore",
            """
            Puts a backup in the place of the graph, which no server may use meanwhile. Versions go on from the backup's; what was
            written after it is in the file that is set aside.

            Examples:
              GraphNews.Server restore /backups/graph-2027-01-31.db
              GraphNews.Server restore copy.db --replace "--ConnectionStrings:Graph=Data Source=ministers.db"
            """)
        {
            path, replace, settings,
        };
        verb.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(settings)!,
            "Nothing was restored.",
            async graph =>
            {
                var restored = await graph.RestoreAsync(parsed.GetValue(path)!, parsed.GetValue(replace), cancel);
                return string.Create(CultureInfo.InvariantCulture, $"The graph is at version {restored.Version}.")
                    + (restored.SetAside is { } aside ? $" The one before lies in {aside}." : "");
            },
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string[] settings, string failure, Func<IGraphBackup, Task<string>> work, CancellationToken cancel)
    {
        try
        {
            await using var services = GraphTask.Services(settings);
            var storage = services.GetRequiredService<IGraphStorage>();
            if (storage is not IGraphBackup graph)
                throw new GraphStartupException($"{storage.Product} is backed up and restored by its own tools. docs/operations.md tells how.");

            await Console.Out.WriteLineAsync((await work(graph)).AsMemory(), cancel);
            return ExitCodes.Done;
        }
        catch (GraphStartupException refusal)
        {
            await Console.Error.WriteLineAsync($"{failure} {refusal.Message}".AsMemory(), cancel);
            return ExitCodes.Backup;
        }
    }
}
