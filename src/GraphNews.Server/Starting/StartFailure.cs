using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;

namespace GraphNews.Server.Starting;

/// <summary>Turns a start that failed into one message on the error stream and an exit code. Only a fault of the program shows its stack.</summary>
internal static class StartFailure
{
    public static async Task<int> ReportAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (GraphStartupException e)
        {
            return Refuse(e.Message);
        }
        catch (SchemaException e)
        {
            return Refuse(
                $"The schema in {SchemaRegistration.Folder} cannot be served:{Environment.NewLine}{e.Message}{Environment.NewLine}"
                + "Mend the file, or restore it from the release.");
        }
        catch (InvalidDataException e) when (e.InnerException is FormatException { Message: var reason })
        {
            return Refuse($"{e.Message} {reason} Mend the file, or restore it from the release.");
        }
        catch (FileNotFoundException e)
        {
            return Refuse($"{e.Message} Restore it from the release, or build again.");
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Done;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"GraphNews failed by a fault of its own. Please report it with what follows.{Environment.NewLine}{e}");
            return ExitCodes.Fault;
        }
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine($"GraphNews cannot start. {message}");
        return ExitCodes.CannotStart;
    }
}
