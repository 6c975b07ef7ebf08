using System.Data;
using GraphNews.Graph.Errors;
using Microsoft.Data.SqlClient;

namespace GraphNews.Storage.SqlServer;

/// <summary>A lock by name, which the session holds until it closes. Source: SQL Server, sp_getapplock.</summary>
internal static class SqlServerLock
{
    /// <exception cref="GraphStartupException">Somebody else held it all the time.</exception>
    public static async Task TakeAsync(SqlConnection connection, string name, TimeSpan longest, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "sys.sp_getapplock";
            command.CommandType = CommandType.StoredProcedure;
            command.CommandTimeout = (int)longest.TotalSeconds + 30;
            command.Parameters.AddWithValue("@Resource", name);
            command.Parameters.AddWithValue("@LockMode", "Exclusive");
            command.Parameters.AddWithValue("@LockOwner", "Session");
            command.Parameters.AddWithValue("@LockTimeout", (int)longest.TotalMilliseconds);
            var result = command.Parameters.Add("@Result", SqlDbType.Int);
            result.Direction = ParameterDirection.ReturnValue;
            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);

            // 0: taken at once; 1: after waiting; less: not at all.
            if ((int)result.Value >= 0) return;
        }

        throw new GraphStartupException(
            $"Another server has been holding the lock \"{name}\" on {connection.DataSource} for {longest.TotalMinutes:0} minutes. Look what it does, and start again when it is done.");
    }
}
