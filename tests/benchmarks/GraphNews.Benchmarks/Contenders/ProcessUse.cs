using System.Globalization;

namespace GraphNews.Benchmarks;

/// <summary>What a process and those that it started have used. Source: proc(5).</summary>
/// <param name="Processor">The time on the processor.</param>
/// <param name="PeakBytes">The most memory that each of them had at once (<c>VmHWM</c>), added up.</param>
internal sealed record ProcessUse(TimeSpan Processor, long PeakBytes)
{
    private const int TicksPerSecond = 100;

    public static ProcessUse Of(int process)
    {
        var own = new ProcessUse(ProcessorOf(process), PeakOf(process));
        return ChildrenOf(process).Select(Of).Aggregate(own, (sum, child) => new ProcessUse(sum.Processor + child.Processor, sum.PeakBytes + child.PeakBytes));
    }

    /// <summary>The same of a process that may end meanwhile; null then.</summary>
    public static ProcessUse? TryOf(int process)
    {
        try
        {
            // A process that has ended and was not waited for has no memory.
            return Of(process) is { PeakBytes: > 0 } use ? use : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static IEnumerable<int> ChildrenOf(int process)
        => Directory.GetDirectories($"/proc/{process}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    /// <summary>The fields 14 and 15 are user and system time in ticks; the second is a name that may hold spaces.</summary>
    private static TimeSpan ProcessorOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / (double)TicksPerSecond);
    }

    private static long PeakOf(int process)
        => 1024 * File.ReadLines($"/proc/{process}/status")
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
            .SingleOrDefault();
}
