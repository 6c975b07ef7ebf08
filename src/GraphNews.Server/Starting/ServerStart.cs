using System.Net.Sockets;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Graph.Storage;
using Microsoft.AspNetCore.Connections;

namespace GraphNews.Server.Starting;

/// <summary>The steps of a start, in their order: each can refuse, and none has touched more than it must by then.</summary>
internal static class ServerStart
{
    /// <summary>Binds the schema, opens the database, fills an empty one, listens, says so.</summary>
    /// <exception cref="GraphStartupException">One of the steps cannot be done; the message says why and what to do.</exception>
    public static async Task RunAsync(WebApplication app, CancellationToken cancel)
    {
        app.Services.GetRequiredService<IGraphEngine>();
        await app.Services.GetRequiredService<IGraphStorage>().OpenAsync(cancel);
        await ListenAsync(app, cancel);
        await Console.Out.WriteLineAsync(Greeting.For(app));
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
}
