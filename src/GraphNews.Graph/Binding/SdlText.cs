using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace GraphNews.Graph.Binding;

/// <summary>Definitions as text.</summary>
public static class SdlText
{
    /// <summary>Prints a document as SDL.</summary>
    public static string Print(GraphQLDocument document)
    {
        using var writer = new StringWriter { NewLine = "\n" };

        // The printer writes to memory here, so it completes at once.
        var printing = new SDLPrinter().PrintAsync(document, writer);
        if (!printing.IsCompleted) throw new InvalidOperationException("The SDL printer did not complete synchronously.");
        printing.GetAwaiter().GetResult();
        return writer.ToString();
    }
}
