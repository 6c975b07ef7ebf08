using System.Globalization;
using GraphNews.Graph.Bundles;
using GraphNews.Graph.Errors;
using GraphNews.Graph.Mutations;
using GraphNews.Graph.Nodes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GraphNews.Graph.Citations;

/// <summary>
/// Reads the value that a source gives a field, as citations and disputes spell it: the way back from <see cref="FieldText"/>. It is
/// read as if somebody had written it into the field, so that no dispute brings in what an update refuses.
/// </summary>
internal static class ClaimedValue
{
    /// <summary>The texts of a kind that are no columns.</summary>
    public static bool IsText(NodeKind kind, string field) => (kind, field) switch
    {
        (NodeKind.Meeting or NodeKind.Agreement, "title" or "summary") => true,
        (NodeKind.Official or NodeKind.Agency, "description") => true,
        _ => false,
    };

    /// <summary>The value of a column.</summary>
    /// <param name="mutation">The write.</param>
    /// <param name="kind">What the field is of.</param>
    /// <param name="column">The column.</param>
    /// <param name="text">The value as text.</param>
    /// <param name="cancel">Cancels the write.</param>
    /// <exception cref="InputException">The text is no value of the field; the path is that of the input's value.</exception>
    public static async Task<object?> ReadAsync(MutationEdit mutation, NodeKind kind, IPropertyBase column, string text, CancellationToken cancel)
    {
        object value = column.ClrType != typeof(double?) ? text
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number
            : throw Wrong(ErrorCodes.InvalidInput, "It has to be a number.");
        var draft = await ReadAsync(mutation, kind, FieldText.Field(column), value, cancel).ConfigureAwait(false);
        return column.PropertyInfo!.GetValue(draft.Row);
    }

    /// <summary>The text of a field that has one in each language.</summary>
    /// <exception cref="InputException">The text or its language cannot be.</exception>
    public static async Task<string> ReadAsync(MutationEdit mutation, NodeKind kind, string field, string language, string text, CancellationToken cancel)
    {
        if (!RecordFields.IsLanguageTag(language))
            throw InputException.Value(ErrorCodes.InvalidInput, $"'{language}' is no language tag.", [MutationEdit.Root, "language"]);
        object[] texts = [new Dictionary<string, object?> { ["language"] = language, ["value"] = text }];
        return (await ReadAsync(mutation, kind, field, texts, cancel).ConfigureAwait(false)).Texts[0].Value;
    }

    private static async Task<Draft> ReadAsync(MutationEdit mutation, NodeKind kind, string field, object value, CancellationToken cancel)
    {
        try
        {
            var input = new Dictionary<string, object?> { [field] = value };
            var draft = DraftReader.Read(InputRecord.Of(kind, input, new InputRules("", mutation.Actor, IsPartial: true)));
            InputChecks.Check(mutation.Edit.Tables, draft);
            await new InputReferences(mutation.Edit).ConnectAsync(draft, cancel).ConfigureAwait(false);
            return draft;
        }
        catch (BundleException wrong)
        {
            throw Wrong(ErrorCodes.InvalidInput, wrong.Reason);
        }
        catch (InputException wrong)
        {
            throw Wrong(wrong.Candidates is null ? wrong.Code : ErrorCodes.InvalidInput, wrong.Message);
        }
    }

    private static InputException Wrong(string code, string message) => InputException.Value(code, message, [MutationEdit.Root, "value"]);
}
