using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GraphNews.Tests.Storage;
using Npgsql;

namespace GraphNews.Tests.PostgreSql;

/// <summary>
/// A PostgreSQL server of the tests' own: in a temporary folder, on a free port of this machine, run by nobody if the
/// tests are run by root, whom PostgreSQL refuses. It stops with the tests, however they end.
/// </summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    public const string Superuser = "postgres";

    private const string Password = "graphnews-tests";

    private readonly TemporaryFolder _folder = new();
    private Process? _guard;

    private PostgreSqlCluster() => Port = FreePort();

    /// <summary>The folder of PostgreSQL's programs, the newest; null where it is not installed.</summary>
    public static string? Programs { get; } = FindPrograms();

    /// <summary>The server that most tests share; it promises nothing about what a crash leaves, and is fast.</summary>
    public static Lazy<Task<PostgreSqlCluster>> Shared { get; } = new(() => StartAsync("fsync=off", "synchronous_commit=off", "full_page_writes=off"));

    public int Port { get; }

    private string Data => _folder.File("data");

    /// <summary>Makes a server and starts it.</summary>
    /// <param name="settings">Lines of postgresql.conf.</param>
    public static async Task<PostgreSqlCluster> StartAsync(params string[] settings)
    {
        var cluster = new PostgreSqlCluster();
        try
        {
            await File.WriteAllTextAsync(cluster._folder.File("password"), Password);
            if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["-R", "nobody", cluster._folder.Path]);
            await cluster.RunProgramAsync("initdb", "--pgdata", cluster.Data, "--username", Superuser, "--pwfile", cluster._folder.File("password"), "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync");
            await cluster.ConfigureAsync(settings);
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A standby of this server, which streams from it and has begun to.</summary>
    public async Task<PostgreSqlCluster> StartStandbyAsync(params string[] settings)
    {
        var standby = new PostgreSqlCluster();
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["-R", "nobody", standby._folder.Path]);
        await standby.RunProgramAsync("pg_basebackup", "--pgdata", standby.Data, "--dbname", Uri(Superuser), "--write-recovery-conf", "--checkpoint", "fast", "--no-sync");
        await standby.ConfigureAsync(settings);
        await standby.StartAsync();
        return standby;
    }

    /// <summary>To a database of the server, as the superuser or as somebody whose password is the same.</summary>
    public string ConnectionString(string database, string user = Superuser) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Database = database, Username = user, Password = Password, Pooling = database != Superuser,
    }.ConnectionString;

    /// <summary>The same for PostgreSQL's own programs.</summary>
    public string Uri(string database) => $"postgresql://{Superuser}:{Password}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/{database}";

    /// <summary>Runs a statement in a database, by itself in the server's own; gives its first value.</summary>
    public async Task<object?> AskAsync(string statement, string database = Superuser)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(database)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of tests.
        command.CommandText = statement.Replace("{password}", Password, StringComparison.Ordinal);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Starts the server, and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        _guard ??= Guard();
        await RunProgramAsync("pg_ctl", "start", "--wait", "--timeout", "120", "--pgdata", Data, "--log", _folder.File("log"));
    }

    /// <summary>Stops it; <c>immediate</c> as a crash would.</summary>
    public Task StopAsync(string mode) => RunProgramAsync("pg_ctl", "stop", "--wait", "--timeout", "120", "--mode", mode, "--pgdata", Data);

    /// <summary>Makes a standby the primary.</summary>
    public Task PromoteAsync() => RunProgramAsync("pg_ctl", "promote", "--wait", "--pgdata", Data);

    /// <summary>Runs one of PostgreSQL's programs as the server's user; gives what it says.</summary>
    public Task<string> RunProgramAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql."), program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "nobody", "--", path, .. arguments], _folder.Path)
            : RunAsync(path, arguments, _folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_guard is { } guard)
        {
            guard.StandardInput.Close();
            await guard.WaitForExitAsync();
            guard.Dispose();
        }

        _folder.Dispose();
    }

    /// <summary>
    /// Waits for the end of the tests, and then stops the server and takes its folder away: in a session of its own, so that what ends
    /// the tests does not end it.
    /// </summary>
    private Process Guard()
    {
        var stop = Environment.IsPrivilegedProcess ? $"runuser -u nobody -- {Programs}/pg_ctl" : $"{Programs}/pg_ctl";
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", $"read end; {stop} stop --mode immediate --pgdata '{Data}' >/dev/null 2>&1; rm -rf '{Data}'"])
        {
            RedirectStandardInput = true,
            WorkingDirectory = _folder.Path,
        };
        return Process.Start(start)!;
    }

    private Task ConfigureAsync(string[] settings)
        => File.AppendAllLinesAsync(Path.Combine(Data, "postgresql.conf"),
        [
            $"port = {Port.ToString(CultureInfo.InvariantCulture)}", "listen_addresses = '127.0.0.1'", "unix_socket_directories = ''",
            "max_connections = 200", "shared_buffers = 64MB", "session_preload_libraries = 'auto_explain'", .. settings,
        ]);

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? folder = null)
    {
        // pg_ctl hands its output on to the server, which would keep a pipe open: it goes into a file.
        var output = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", "output=$1; shift; exec \"$@\" >\"$output\" 2>&1", "sh", output, program, .. arguments]);
            if (folder is not null) start.WorkingDirectory = folder;
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync();
            var said = await File.ReadAllTextAsync(output);
            return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindPrograms()
    {
        const string Debian = "/usr/lib/postgresql";
        var folders = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var release) ? release : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return folders.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }
}
