namespace GraphNews.Graph.Execution;

/// <summary>
/// The seam between the server and whatever executes GraphQL. Transports, limits before parsing, caching and status
/// codes are the server's; parsing, validation and execution are the engine's; data is the walk's.
/// </summary>
public interface IGraphEngine
{
    /// <summary>The schema that the engine serves, as one SDL document, extensions applied.</summary>
    string Sdl { get; }

    /// <summary>
    /// Executes one query or mutation, or a subscription for one of its events. Never throws for anything a client can
    /// cause: that is an error in the response.
    /// </summary>
    Task<GraphResponse> ExecuteAsync(GraphRequest request, CancellationToken cancel);

    /// <summary>Finds out what a subscription asks for. Nothing is executed, and nothing of the graph is read.</summary>
    Task<OpenedSubscription> OpenAsync(GraphRequest request, CancellationToken cancel);
}
