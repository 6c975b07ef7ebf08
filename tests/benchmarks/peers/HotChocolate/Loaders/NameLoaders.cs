using GraphNews.Peer.Model;
using GreenDonut;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Peer.Loaders;

/// <summary>A name or text that is asked for.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Language">In which language.</param>
public readonly record struct TextKey(long Subject, string Language);

/// <summary>Names and texts in a language, for many at once.</summary>
internal static class NameLoaders
{
    [DataLoader]
    public static async Task<IReadOnlyDictionary<TextKey, string>> GetNameByKeyAsync(IReadOnlyList<TextKey> keys, PeerContext context, CancellationToken cancel)
    {
        var subjects = keys.Select(key => key.Subject).Distinct().ToList();
        var languages = keys.Select(key => key.Language).Distinct().ToList();
        var names = await context.Names
            .Where(name => subjects.Contains(name.SubjectId) && languages.Contains(name.Language))
            .OrderBy(name => name.Id)
            .Select(name => new { name.SubjectId, name.Language, name.Value })
            .ToListAsync(cancel);
        return names.GroupBy(name => new TextKey(name.SubjectId, name.Language)).ToDictionary(group => group.Key, group => group.First().Value);
    }

    [DataLoader]
    public static Task<IReadOnlyDictionary<TextKey, string>> GetTitleByKeyAsync(IReadOnlyList<TextKey> keys, PeerContext context, CancellationToken cancel)
        => TextsAsync(keys, "title", context, cancel);

    [DataLoader]
    public static Task<IReadOnlyDictionary<TextKey, string>> GetSummaryByKeyAsync(IReadOnlyList<TextKey> keys, PeerContext context, CancellationToken cancel)
        => TextsAsync(keys, "summary", context, cancel);

    private static async Task<IReadOnlyDictionary<TextKey, string>> TextsAsync(IReadOnlyList<TextKey> keys, string field, PeerContext context, CancellationToken cancel)
    {
        var subjects = keys.Select(key => key.Subject).Distinct().ToList();
        var languages = keys.Select(key => key.Language).Distinct().ToList();
        var texts = await context.Texts
            .Where(text => subjects.Contains(text.SubjectId) && text.Field == field && languages.Contains(text.Language))
            .OrderBy(text => text.Id)
            .Select(text => new { text.SubjectId, text.Language, text.Value })
            .ToListAsync(cancel);
        return texts.GroupBy(text => new TextKey(text.SubjectId, text.Language)).ToDictionary(group => group.Key, group => group.First().Value);
    }
}
