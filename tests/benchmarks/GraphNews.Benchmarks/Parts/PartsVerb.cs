using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GraphNews.Benchmarks;

/// <summary>The verb that measures parts by themselves, with BenchmarkDotNet.</summary>
internal static class PartsVerb
{
    public static Command Create()
    {
        var filter = new Argument<string>("filter") { Description = "Which ones, such as *Name*.", DefaultValueFactory = _ => "*" };
        var command = new Command("parts", "Measure parts by themselves with BenchmarkDotNet: the walk, JSON, documents, names.") { filter };
        command.SetAction(parsed => Run(parsed.GetValue(filter)!));
        return command;
    }

    private static void Run(string filter)
    {
        // In this process: a project of BenchmarkDotNet's own would have to refer to ours with their settings.
        var config = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(PublishedPrograms.Repository, "artifacts", "benchmarks", "parts"));
        BenchmarkSwitcher.FromAssembly(typeof(PartsVerb).Assembly).Run(["--filter", filter], config);
    }
}
