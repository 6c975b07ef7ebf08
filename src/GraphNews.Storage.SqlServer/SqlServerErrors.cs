using GraphNews.Graph.Errors;
using Microsoft.Data.SqlClient;

namespace GraphNews.Storage.SqlServer;

/// <summary>Says what SQL Server's errors mean to whoever starts the server. Source: SQL Server, Database Engine Errors.</summary>
internal static class SqlServerErrors
{
    public const int CannotOpenDatabase = 4060;

    private const int LoginFailed = 18456;
    private const int NotAllowed = 229;
    private const int CreateNotAllowed = 262;
    private const int MayNot = 300;
    private const int AlterNotAllowed = 5011;
    private const int LogFull = 9002;
    private const int NoRoom = 1105;

    /// <summary>Errors of this class or worse are the connection's.</summary>
    private const byte Fatal = 20;

    /// <summary>Whether the connection is what failed, or a wait for the server took too long.</summary>
    public static bool IsOutOfService(SqlException error) => error.Class >= Fatal || error.Number <= 0 || error.Number == CannotOpenDatabase;

    public static GraphStartupException Explain(SqlException error, SqlServerDatabase database)
        => new(Sentence(error, database), error);

    private static string Sentence(SqlException error, SqlServerDatabase database) => error.Number switch
    {
        LoginFailed => $"{database.Server} refused the login: {error.Message} Correct User Id and Password in ConnectionStrings:Graph.",
        CannotOpenDatabase => $"{database} exists, but this login may not use it. Give the login a user in it with the role db_owner.",
        CreateNotAllowed => $"{database} does not exist, and this login may not create it. Create it (COLLATE {SqlServerDatabase.Collation}) and give the login the role db_owner in it, or give the login the role dbcreator.",
        NotAllowed or MayNot or AlterNotAllowed => $"{database} does not let this login bring its tables up to date: {error.Message} Give the login the role db_owner in it.",
        LogFull or NoRoom => $"There is no room left for {database}: {error.Message}",
        _ when IsUntrusted(error) => $"{database.Server} has a certificate that this machine does not trust: {error.Message} Install its authority, or say TrustServerCertificate=True in ConnectionStrings:Graph where the network is your own.",
        _ when error.Class >= Fatal || error.Number <= 0 => $"{database.Server} cannot be reached: {error.Message} Start SQL Server, or correct Server in ConnectionStrings:Graph.",
        _ => $"{database} cannot be opened: {error.Message}",
    };

    private static bool IsUntrusted(SqlException error)
        => error.InnerException is System.Security.Authentication.AuthenticationException
            || error.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase);
}
