using System.Data.Common;
using System.Net.Sockets;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Names;
using GraphNews.Graph.Places;
using GraphNews.Graph.Search;
using GraphNews.Graph.Storage;
using GraphNews.Server.Settings;
using Microsoft.AspNetCore.Connections;

namespace GraphNews.Server.Starting;

/// <summary>The steps of a start, in their order. By then the schema is bound.</summary>
internal static class ServerStart
{
    /// <summary>Listens, opens the database, fills an empty one while the engine warms up, begins to follow it and to build the search index, lets requests in and says so.</summary>
    /// <exception cref="GraphStartupException">One of the steps cannot be done; the message says why and what to do.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken cancel)
    {
        await ListenAsync(app, cancel);
        await app.Services.GetRequiredService<IGraphStorage>().OpenAsync(cancel);
        WarmUp.BeginEngine(app.Services);
        await FillAsync(app.Services, cancel);
        app.Services.GetRequiredService<ChangeFollower>().Start();
        app.Services.GetRequiredService<GraphSearch>().Start();
        app.Services.GetRequiredService<StartGate>().Open();
        await Console.Out.WriteLineAsync(Greeting.For(app).AsMemory(), cancel);
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new GraphStartupException(
                $"{e.Message.TrimEnd('.')}. Stop the program that uses it, or choose another address: --Urls=http://127.0.0.1:5081", e);
        }
        catch (Exception e) when (e is SocketException or FormatException or InvalidOperationException or ArgumentException or IOException)
        {
            throw new GraphStartupException(
                $"The server cannot listen at \"{app.Configuration["Urls"]}\": {e.Message} Set Urls to an address of this machine, such as http://127.0.0.1:5080.", e);
        }
    }

    /// <summary>Brings an open graph to what every graph has: names as this release folds them, and the countries.</summary>
    public static async Task ReadyAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (writer, storage) = (services.GetRequiredService<GraphWriter>(), services.GetRequiredService<IGraphStorage>());
        await new NameRebuild(storage, writer).RunAsync(cancel);
        await ReferenceData.EnsureAsync(writer, cancel);
    }

    /// <summary>The countries belong to every graph, folded as this release folds; the sample only to one that nobody has written to.</summary>
    private static async Task FillAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await ReadyAsync(services, cancel);
            var (writer, storage) = (services.GetRequiredService<GraphWriter>(), services.GetRequiredService<IGraphStorage>());
            if (!services.GetRequiredService<SampleSettings>().Load) return;

            await using var graph = storage.CreateContext();
            if (await ReferenceData.IsAloneAsync(graph, cancel)) await new SampleGraph().LoadAsync(writer, cancel);
        }
        catch (DbException e)
        {
            throw new GraphStartupException(
                $"The database of ConnectionStrings:Graph cannot be written: {e.Message} See that no other program keeps it locked and that its disk has room.", e);
        }
        catch (BundleException e)
        {
            throw new GraphStartupException($"The sample cannot be loaded. {e.Message} Restore it from the release, or start with --Sample:Load=false.", e);
        }
    }
}
