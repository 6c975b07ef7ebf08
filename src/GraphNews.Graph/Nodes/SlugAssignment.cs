using System.Globalization;
using GraphNews.Graph.Changes;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using Microsoft.EntityFrameworkCore;

namespace GraphNews.Graph.Nodes;

/// <summary>Gives entities their slugs: unique across kinds, a number added where one is taken, none ever given twice.</summary>
internal sealed class SlugAssignment(GraphEdit edit, EditedRows rows)
{
    // How many numbers are tried with one question.
    private const int NumbersAtOnce = 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        var entities = rows.Edited.Where(NeedsSlug).Select(edited => (Entity)edited.Row).ToList();
        if (entities.Count == 0) return;

        var names = new EntityNames(rows);
        foreach (var entity in entities)
        {
            if (entity.Slug.Length == 0) entity.Slug = SlugText.For(names.Of(entity), edit.Tables[entity].Kind!.Value);
            if (!SlugText.IsSlug(entity.Slug) || entity.Slug.Length > ColumnLengths.Slug)
            {
                throw new GraphException(
                    ErrorCodes.InvalidSlug,
                    $"\"{entity.Slug}\" is no slug: words of a to z and 0 to 9 joined by single hyphens, at most {ColumnLengths.Slug} characters.");
            }
        }

        var given = await GivenAsync(entities.Select(e => e.Slug), cancel).ConfigureAwait(false);
        foreach (var entity in entities)
        {
            if (given.TryGetValue(entity.Slug, out var holder) && holder == entity.Id) continue;
            if (holder != 0) entity.Slug = await NumberedAsync(entity.Slug, given, cancel).ConfigureAwait(false);
            given[entity.Slug] = entity.Id;
            edit.New.Slugs.Add(new Slug { Value = entity.Slug, NodeId = entity.Id });
        }
    }

    private static bool NeedsSlug(EditedRow<GraphRow> edited)
        => edited.Row is Entity entity && (edited.IsNew || (edited.IsChanged && (string?)edited.Before(nameof(Entity.Slug)) != entity.Slug));

    private async Task<Dictionary<string, long>> GivenAsync(IEnumerable<string> slugs, CancellationToken cancel)
    {
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in slugs.Distinct().Chunk(RowTable.KeysAtOnce))
        {
            var found = await edit.Context.Slugs.AsNoTracking().Where(s => some.Contains(s.Value)).ToListAsync(cancel).ConfigureAwait(false);
            foreach (var slug in found) given[slug.Value] = slug.NodeId;
        }

        return given;
    }

    private async Task<string> NumberedAsync(string slug, Dictionary<string, long> given, CancellationToken cancel)
    {
        for (var number = 2; ; number += NumbersAtOnce)
        {
            var numbered = Enumerable.Range(number, NumbersAtOnce).Select(n => Numbered(slug, n)).ToArray();
            foreach (var (value, holder) in await GivenAsync(numbered, cancel).ConfigureAwait(false)) given[value] = holder;
            if (Array.Find(numbered, n => !given.ContainsKey(n)) is { } free) return free;
        }
    }

    private static string Numbered(string slug, int number)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return (slug.Length + end.Length > ColumnLengths.Slug ? slug[..(ColumnLengths.Slug - end.Length)].TrimEnd('-') : slug) + end;
    }
}
