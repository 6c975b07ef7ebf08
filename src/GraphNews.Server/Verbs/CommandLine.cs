using System.CommandLine;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary>The verbs of the one executable.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="build">Builds the server with the settings that the command line holds.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, Func<string[], WebApplication> build)
    {
        var settings = ServeVerb.Settings();
        var root = new RootCommand("GraphNews answers who in public office met whom, and which sentence of which article says so.")
        {
            settings,
            ServeVerb.Create(build),
            ImportVerb.Create(),
            ExportVerb.Create(),
            KeysVerb.Create(),
            BackupVerbs.Backup(),
            BackupVerbs.Restore(),
            SchemaVerb.Create(),
        };
        root.SetAction((parsed, cancel) => ServeVerb.RunAsync(parsed.GetValue(settings)!, build, cancel));

        return StartFailure.ReportAsync(() => root.Parse(args).InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,

            // The host stops by itself on the signals, and takes the time that it needs.
            ProcessTerminationTimeout = null,
        }));
    }
}
