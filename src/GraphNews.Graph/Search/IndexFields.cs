using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace GraphNews.Graph.Search;

/// <summary>How an entity lies in the index: one document.</summary>
internal static class IndexFields
{
    /// <summary>The version of all that is below, and of the analyses. Raise it with every change of them.</summary>
    public const int Format = 3;

    public const string Id = "id";
    public const string Order = "order";
    public const string Kind = "kind";

    /// <summary>Names whole, as written.</summary>
    public const string WrittenName = "name.written";

    /// <summary>Names whole, folded.</summary>
    public const string FoldedName = "name.folded";

    /// <summary>The words of names, folded.</summary>
    public const string NameWords = "name.words";

    /// <summary>The words of names, loose.</summary>
    public const string LooseWords = "name.loose";

    /// <summary>The skeletons of the words of names.</summary>
    public const string SkeletonWords = "name.skeleton";

    /// <summary>The ids of those who took part in a meeting.</summary>
    public const string Participant = "participant";

    private const string Content = "content";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Title(string analysis) => $"title.{analysis}";

    public static string Body(string analysis) => $"body.{analysis}";

    /// <summary>The texts of articles as a whole: only for those who may read them. What is cited of them is in the body.</summary>
    public static string Whole(string analysis) => $"whole.{analysis}";

    /// <summary>The term that finds an entity's document.</summary>
    public static Term TermOf(long id) => new(Id, id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The term that finds the meetings of a participant.</summary>
    public static Term TermOfParticipant(long id) => new(Participant, id.ToString(CultureInfo.InvariantCulture));

    public static Document DocumentOf(SearchContent content, Analysis analysis)
    {
        var document = new Document
        {
            new StringField(Id, content.Id.ToString(CultureInfo.InvariantCulture), Field.Store.NO),
            new NumericDocValuesField(Order, content.Id),
            new StringField(Kind, content.Kind.ToString(), Field.Store.NO),
            new StoredField(Content, JsonSerializer.Serialize(content, Readable)),
        };
        foreach (var name in content.Names) Add(document, name);
        foreach (var participant in content.Participants) document.Add(new StringField(Participant, participant.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
        foreach (var text in content.Texts)
        {
            foreach (var key in analysis.Of(text.Language))
                document.Add(new TextField(FieldOf(content, text, key), text.Value, Field.Store.NO));
        }

        foreach (var quote in content.Quotes)
        {
            foreach (var key in analysis.Of(quote.Language)) document.Add(new TextField(Body(key), quote.Value, Field.Store.NO));
        }

        return document;
    }

    public static SearchContent ContentOf(Document document) => JsonSerializer.Deserialize<SearchContent>(document.Get(Content, CultureInfo.InvariantCulture))!;

    private static string FieldOf(SearchContent content, SearchedText text, string analysis) => text.Field switch
    {
        EntityNames.Title => Title(analysis),
        SearchContent.ArticleText when content.Kind == NodeKind.SourceArticle => Whole(analysis),
        _ => Body(analysis),
    };

    private static void Add(Document document, SearchedName name)
    {
        var forms = NameFolding.Fold(name.Value);
        document.Add(new StringField(WrittenName, NameFolding.Clean(name.Value), Field.Store.NO));
        document.Add(new StringField(FoldedName, forms.Folded, Field.Store.NO));
        document.Add(new TextField(NameWords, forms.Folded, Field.Store.NO));
        document.Add(new TextField(LooseWords, forms.Loose, Field.Store.NO));
        document.Add(new TextField(SkeletonWords, forms.Skeleton, Field.Store.NO));
    }
}
