using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Storage;

namespace GraphNews.Server.Starting;

/// <summary>
/// What a start can do beside its steps, on another core: build EF Core's model while the schema is read, and have the code
/// that answers compiled while the graph is looked through. Nobody waits for either; whoever needs one of them finds it there or waits for it where it is made.
/// </summary>
internal static partial class WarmUp
{
    /// <summary>What most questions hold: a list, an edge and its page, names.</summary>
    private const string Question = "{ officials(first: 1) { nodes { slug name meetings(first: 1) { totalCount nodes { slug title starts { text } } } } } }";

    /// <summary>Begins to build the model; it asks no database.</summary>
    public static void BeginModel(IServiceProvider services)
    {
        var storage = services.GetRequiredService<IGraphStorage>();
        Begin(services, async stopping =>
        {
            await using var context = storage.CreateContext();
            _ = context.Model;
        });
    }

    /// <summary>Begins to answer a question like those of clients, from an open database.</summary>
    public static void BeginEngine(IServiceProvider services)
    {
        var engine = services.GetRequiredService<IGraphEngine>();
        Begin(services, async stopping =>
        {
            var answer = await engine.ExecuteAsync(new GraphRequest { Query = Question, Caller = new Caller("warm-up", CallerRole.Reader) }, stopping);
            if (answer.Errors is [var error, ..]) throw new GraphException(error.Code, error.Message);
        });
    }

    private static void Begin(IServiceProvider services, Func<CancellationToken, Task> work)
    {
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WarmUp));

        // A thread of its own: those of the pool are few, and timers need one.
        _ = Task.Factory.StartNew(
            async () =>
            {
                try
                {
                    await work(stopping);
                }
                catch (Exception fault)
                {
                    // The step of the start, or the client, that needs the same is told why it cannot be had.
                    LogLeftUndone(logger, fault);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The server was not warmed up.")]
    private static partial void LogLeftUndone(ILogger logger, Exception fault);
}
