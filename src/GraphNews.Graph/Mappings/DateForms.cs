using System.Globalization;
using GraphNews.Graph.Dates;

namespace GraphNews.Graph.Mappings;

/// <summary>
/// The forms in which a file writes dates: .NET's custom date formats (<c>dd-MM-yyyy</c>, <c>MM-yyyy</c>, <c>d MMMM yyyy</c>),
/// in English, or <c>edtf</c> for the dates of a bundle. A form without a day gives a month, one without a month a year.
/// </summary>
internal sealed class DateForms(IReadOnlyList<string> forms)
{
    /// <summary>The form that is a bundle's.</summary>
    public const string Edtf = "edtf";

    /// <summary>Whether a text is a form: it has a year, and a month if it has a day.</summary>
    public static bool IsForm(string form)
        => form == Edtf || (form.Contains('y', StringComparison.Ordinal)
            && (form.Contains('M', StringComparison.Ordinal) || !form.Contains('d', StringComparison.Ordinal)));

    /// <summary>The date that a text is, by the first form that fits; null if none does.</summary>
    public (PartialDate? Date, string? Form) Read(string text)
    {
        foreach (var form in forms)
        {
            if (form == Edtf)
            {
                if (PartialDate.TryParse(text, out var date, out _))
                {
                    return (date, form);
                }
            }
            else if (DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                var edtf = form.Contains('d', StringComparison.Ordinal) ? "yyyy-MM-dd" : form.Contains('M', StringComparison.Ordinal) ? "yyyy-MM" : "yyyy";
                return (PartialDate.Parse(day.ToString(edtf, CultureInfo.InvariantCulture)), form);
            }
        }

        return (null, null);
    }

    /// <summary>Why a text is no date.</summary>
    public string Explain(string text)
        => $"'{text}' is no date of the form {string.Join(" or ", forms)}, or there is no such day.";
}
