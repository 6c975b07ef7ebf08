using System.Data.Common;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Storage;
using GraphNews.Server.Settings;
using GraphNews.Server.Starting;

namespace GraphNews.Server.Verbs;

/// <summary>Work on the graph without a server: the same settings and storage, opened and made ready as at a start.</summary>
internal static class GraphTask
{
    /// <summary>Opens the graph, runs the work on it and closes it.</summary>
    /// <exception cref="GraphStartupException">The graph cannot be opened or written.</exception>
    public static async Task<int> RunAsync(string[] settings, Func<IServiceProvider, Task<int>> work, CancellationToken cancel)
    {
        await using var services = Services(settings);
        try
        {
            await services.GetRequiredService<IGraphStorage>().OpenAsync(cancel);
            await ServerStart.ReadyAsync(services, cancel);
            return await work(services);
        }
        catch (DbException e)
        {
            throw new GraphStartupException(
                $"The database of ConnectionStrings:Graph cannot be used: {e.Message} See that no other program keeps it locked and that its disk has room.", e);
        }
    }

    /// <summary>The settings and the storage, which is not opened: it may be of an older release, damaged, or not there.</summary>
    /// <exception cref="GraphStartupException">A setting is wrong.</exception>
    public static ServiceProvider Services(string[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions()).UseGraphNewsSettings(settings);
        builder.Services.AddSettings(builder.Configuration).AddStorage(builder.Configuration).AddSchema();
        return builder.Services.BuildServiceProvider();
    }
}
