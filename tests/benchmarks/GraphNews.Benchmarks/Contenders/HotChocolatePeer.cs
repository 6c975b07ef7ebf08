namespace GraphNews.Benchmarks;

/// <summary>A server as a user of Hot Chocolate would write it by the book, over the same tables (<c>tests/benchmarks/peers/HotChocolate</c>).</summary>
internal static class HotChocolatePeer
{
    private const string Project = "tests/benchmarks/peers/HotChocolate";

    /// <summary>The server over a database.</summary>
    /// <param name="folder">The folder of the published server.</param>
    /// <param name="product">The database product.</param>
    /// <param name="connectionString">The database.</param>
    public static Contender Over(string folder, string product, string connectionString) => new(
        Names.HotChocolate, "Hot Chocolate 15.1 with HotChocolate.Data.EntityFramework, pooled contexts; Release, ReadyToRun, production",
        () => ServedProcess.StartAsync(Path.Combine(folder, "GraphNews.Peers.HotChocolate"), [product, connectionString, "--Urls=http://127.0.0.1:0"], OwnContenders.Production))
    {
        PathOf = question => question == Question.HammouchiMeetings ? "/graphql" : null,
        OperationOf = _ => File.ReadAllText(Path.Combine(PublishedPrograms.Repository, Project, "operations", "HammouchiMeetings.graphql")),
        HasSameAnswers = false,
    };

    /// <summary>Publishes it; gives the folder.</summary>
    /// <exception cref="SkippedException">Its packages cannot be restored.</exception>
    public static async Task<string> PublishAsync(string folder)
    {
        await PublishedPrograms.PublishProjectAsync(Project, folder);
        return folder;
    }
}
