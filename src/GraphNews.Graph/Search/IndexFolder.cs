using GraphNews.Graph.Errors;
using Lucene.Net.Index;

namespace GraphNews.Graph.Search;

/// <summary>The folder that keeps an index between starts: of one process at a time.</summary>
internal static class IndexFolder
{
    private const string ClaimFile = "graphnews.lock";

    /// <summary>Takes the folder for this process until the claim is disposed; it is made if it is not there.</summary>
    /// <exception cref="GraphStartupException">Another process has it, or it cannot be written.</exception>
    public static FileStream Claim(string folder)
    {
        var file = "";
        try
        {
            file = Path.Combine(Directory.CreateDirectory(folder).FullName, ClaimFile);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new GraphStartupException(
                $"Search:Folder is \"{folder}\", which another server uses. Give each server a folder of its own, or leave the setting empty.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unusable(folder, e);
        }
    }

    public static GraphStartupException Unusable(string folder, Exception reason)
        => new($"The search index cannot be kept in Search:Folder \"{folder}\": {reason.Message} Name a folder that the server may write, or leave the setting empty.", reason);

    /// <summary>Whether a file belongs to the index: the folder may hold what is not ours.</summary>
    public static bool IsOfIndex(string file)
        => file.StartsWith("segments", StringComparison.Ordinal) || (file.StartsWith('_') && IndexFileNames.CODEC_FILE_PATTERN.IsMatch(file));
}
