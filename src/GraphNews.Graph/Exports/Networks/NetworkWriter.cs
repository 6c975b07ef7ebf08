using System.Text;
using System.Xml;

namespace GraphNews.Graph.Exports.Networks;

/// <summary>Writes a network as XML: its nodes, then its edges, which have no direction.</summary>
internal abstract class NetworkWriter(ExportFiles files) : IDisposable
{
    private static readonly XmlWriterSettings Form = new()
    {
        Async = true, Indent = true, IndentChars = " ", NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    private XmlWriter? _xml;

    /// <summary>How many edges were written: the number of the next.</summary>
    protected int Edges { get; private set; }

    /// <summary>The document.</summary>
    protected XmlWriter Xml => _xml ??= XmlWriter.Create(files.Only, Form);

    /// <summary>Begins the document and its nodes.</summary>
    public abstract Task BeginAsync(long version);

    /// <summary>Writes a node.</summary>
    public abstract Task NodeAsync(NetworkNode node);

    /// <summary>Ends the nodes and begins the edges.</summary>
    public abstract Task EndNodesAsync();

    /// <summary>Writes an edge.</summary>
    public Task EdgeAsync(string from, string to, ParticipantTie tie)
    {
        Edges++;
        return WriteEdgeAsync(from, to, tie);
    }

    /// <summary>Ends the document.</summary>
    public async Task EndAsync(CancellationToken cancel)
    {
        await Xml.WriteEndDocumentAsync().ConfigureAwait(false);
        await FlushAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Sends on what was written.</summary>
    public Task FlushAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return Xml.FlushAsync();
    }

    public void Dispose() => _xml?.Dispose();

    /// <summary>Writes an edge.</summary>
    protected abstract Task WriteEdgeAsync(string from, string to, ParticipantTie tie);

    /// <summary>Begins an element with attributes.</summary>
    protected async Task StartAsync(string element, params (string Name, string Value)[] attributes)
    {
        await Xml.WriteStartElementAsync(null, element, null).ConfigureAwait(false);
        foreach (var (name, value) in attributes) await Xml.WriteAttributeStringAsync(null, name, null, Plain(value)).ConfigureAwait(false);
    }

    /// <summary>Ends an element.</summary>
    protected Task CloseAsync() => Xml.WriteEndElementAsync();

    /// <summary>Writes an element with attributes and perhaps a text.</summary>
    protected async Task ElementAsync(string element, string? text, params (string Name, string Value)[] attributes)
    {
        await StartAsync(element, attributes).ConfigureAwait(false);
        if (text is not null) await Xml.WriteStringAsync(Plain(text)).ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    /// <summary>A text without the characters that XML has not: U+FFFD stands for each. Source: XML 1.0, production 2.</summary>
    private static string Plain(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) plain.Append(text[i]).Append(text[++i]);
            else plain.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return plain.ToString();
    }
}
