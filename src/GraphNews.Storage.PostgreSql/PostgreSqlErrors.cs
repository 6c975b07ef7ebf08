using System.Net.Sockets;
using System.Security.Authentication;
using GraphNews.Graph.Errors;
using Npgsql;

namespace GraphNews.Storage.PostgreSql;

/// <summary>Says what PostgreSQL's errors mean to whoever starts the server. Source: PostgreSQL, Error Codes.</summary>
internal static class PostgreSqlErrors
{
    /// <summary>The server is being stopped, breaks down, or is not ready yet.</summary>
    public static readonly string[] OutOfService = [PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow];

    /// <summary>Whether the same may succeed a little later.</summary>
    public static bool IsOutOfService(NpgsqlException error) => error.IsTransient || (error.SqlState is { } state && OutOfService.Contains(state));

    public static GraphStartupException Explain(NpgsqlException error, PostgreSqlDatabase database)
        => new(error is PostgresException told ? Sentence(told, database) : Sentence(error, database), error);

    /// <summary>What the server said.</summary>
    private static string Sentence(PostgresException error, PostgreSqlDatabase database) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification
            => $"{database.Server} refused the login: {error.MessageText}. Correct Username and Password in ConnectionStrings:Graph, or the server's pg_hba.conf.",
        PostgresErrorCodes.InvalidCatalogName
            => $"{database} does not exist, and this login cannot create it, since it may not use the database postgres. Create it (ENCODING 'UTF8' TEMPLATE template0) with this login as its owner.",
        PostgresErrorCodes.InsufficientPrivilege when error.MessageText.Contains("create database", StringComparison.Ordinal)
            => $"{database} does not exist, and this login may not create it. Create it (ENCODING 'UTF8' TEMPLATE template0) with this login as its owner, or give the login CREATEDB.",
        PostgresErrorCodes.InsufficientPrivilege
            => $"{database} does not let this login bring its tables up to date: {error.MessageText}. Make the login the owner of the database and of its tables.",
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ConfigurationLimitExceeded
            => $"{database.Server} has no connection left: {error.MessageText}. Raise its max_connections, or set a smaller \"Maximum Pool Size\" in ConnectionStrings:Graph.",
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => $"There is no room left for {database}: {error.MessageText}.",
        PostgresErrorCodes.LockNotAvailable
            => $"Another server has been holding the lock on {database} too long. Look what it does, and start again when it is done.",
        _ when OutOfService.Contains(error.SqlState) => $"{database.Server} is not in service: {error.MessageText}. Start again when it is.",
        _ => $"{database} cannot be opened: {error.MessageText}.",
    };

    /// <summary>What went wrong on the way to it.</summary>
    private static string Sentence(NpgsqlException error, PostgreSqlDatabase database) => error.GetBaseException() switch
    {
        AuthenticationException untrusted
            => $"{database.Server} has a certificate that this machine does not trust: {untrusted.Message} Name its authority as \"Root Certificate\" in ConnectionStrings:Graph, or say \"SSL Mode=Prefer\" where the network is your own.",
        SocketException or IOException or TimeoutException
            => $"{database.Server} cannot be reached: {error.GetBaseException().Message}. Start PostgreSQL, or correct Host and Port in ConnectionStrings:Graph.",
        _ => $"{database} cannot be opened: {error.Message}.",
    };
}
