using System.Text.Json;

namespace GraphNews.Limit.Questions;

/// <summary>One operation that is answered.</summary>
internal interface IQuestion
{
    /// <summary>Reads the rows and writes the fields of <c>data</c>.</summary>
    void Write(Utf8JsonWriter json);
}
