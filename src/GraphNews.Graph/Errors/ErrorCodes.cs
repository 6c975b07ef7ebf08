namespace GraphNews.Graph.Errors;

/// <summary>Every <c>extensions.code</c>. <c>schema/errors.graphql</c> describes each, with its HTTP status; a test compares.</summary>
public static class ErrorCodes
{
    /// <summary>The request is not what GraphQL over HTTP asks for: no JSON object, no query, a member of the wrong type.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>The request is a list of operations, and batching is off or the list too long.</summary>
    public const string BatchRefused = "BATCH_REFUSED";

    /// <summary>The document does not parse.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>The named operation is not in the document, or none is named and there are several.</summary>
    public const string UnknownOperation = "UNKNOWN_OPERATION";

    /// <summary>A variable is missing or of the wrong type.</summary>
    public const string InvalidVariable = "INVALID_VARIABLE";

    /// <summary>Arguments that are each of the right type do not go together, or are out of range.</summary>
    public const string BadArguments = "BAD_ARGUMENTS";

    /// <summary>The id is not one that GraphNews gives, or is of another type.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>The cursor is not one of this list in this order.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>A condition on names fits more nodes than it may.</summary>
    public const string TooManyMatches = "TOO_MANY_MATCHES";

    /// <summary>The text that is searched for is longer than the limit.</summary>
    public const string SearchTextTooLong = "SEARCH_TEXT_TOO_LONG";

    /// <summary>The search index is being built.</summary>
    public const string SearchNotReady = "SEARCH_NOT_READY";

    /// <summary>Nobody is logged in where somebody must be, or the key or token is not a good one.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The caller is logged in and has not the role that is asked for.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The server, or the client's address, has as many WebSockets and event streams as may be.</summary>
    public const string TooManyConnections = "TOO_MANY_CONNECTIONS";

    /// <summary>A WebSocket has as many operations running as may be.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>A subscriber reads its answers more slowly than they come.</summary>
    public const string SlowClient = "SLOW_CLIENT";

    /// <summary>The body is neither JSON nor of a media type that is understood.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>None of the media types in Accept can be answered.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>The HTTP method is not one for GraphQL.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>The body is larger than the limit.</summary>
    public const string BodyTooLarge = "BODY_TOO_LARGE";

    /// <summary>The document has more tokens than the limit.</summary>
    public const string TooManyTokens = "TOO_MANY_TOKENS";

    /// <summary>The document is nested deeper than the limit.</summary>
    public const string TooDeep = "TOO_DEEP";

    /// <summary>The document has more fields than the limit, as written or with its fragments written out.</summary>
    public const string TooManyFields = "TOO_MANY_FIELDS";

    /// <summary>The document has more aliases than the limit.</summary>
    public const string TooManyAliases = "TOO_MANY_ALIASES";

    /// <summary>The document has more directives than the limit.</summary>
    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    /// <summary>The variables and extensions hold more values than the limit.</summary>
    public const string TooManyValues = "TOO_MANY_VALUES";

    /// <summary>The operation may cost more than the limit.</summary>
    public const string TooCostly = "TOO_COSTLY";

    /// <summary>The operation asks about the schema, and may not.</summary>
    public const string IntrospectionRefused = "INTROSPECTION_REFUSED";

    /// <summary>The client has asked for too much within a minute.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The server executes as many operations as it may, and as many wait.</summary>
    public const string ServerBusy = "SERVER_BUSY";

    /// <summary>There is no saved operation of that id.</summary>
    public const string UnknownDocument = "UNKNOWN_DOCUMENT";

    /// <summary>A table was asked for of an operation that is none.</summary>
    public const string NotATable = "NOT_A_TABLE";

    /// <summary>No entity was ever called that, or what the rows of a table were asked of is null.</summary>
    public const string UnknownEntity = "UNKNOWN_ENTITY";

    /// <summary>No client has saved a document of that hash.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Clients cannot save documents here.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document is none of those that are executed here.</summary>
    public const string UntrustedDocument = "UNTRUSTED_DOCUMENT";

    /// <summary>The operation took longer than the limit and was cancelled.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The database is out of service for the moment.</summary>
    public const string DatabaseUnavailable = "DATABASE_UNAVAILABLE";

    /// <summary>The graph does not stand yet at the version that the client asks for at least.</summary>
    public const string VersionNotYet = "VERSION_NOT_YET";

    /// <summary>A write would leave a fact without a source and without anybody who states it.</summary>
    public const string UncitedFact = "UNCITED_FACT";

    /// <summary>A quote does not stand where its citation says.</summary>
    public const string MisplacedQuote = "MISPLACED_QUOTE";

    /// <summary>A slug is not made of words of a to z and 0 to 9, joined by hyphens.</summary>
    public const string InvalidSlug = "INVALID_SLUG";

    /// <summary>A value is longer than its column holds.</summary>
    public const string ValueTooLong = "VALUE_TOO_LONG";

    /// <summary>A reference leads nowhere, to a node of another kind, or to the row itself.</summary>
    public const string BadReference = "BAD_REFERENCE";

    /// <summary>There is no node with the id that a write names.</summary>
    public const string UnknownNode = "UNKNOWN_NODE";

    /// <summary>Nodes of different kinds cannot be the same.</summary>
    public const string KindsDiffer = "KINDS_DIFFER";

    /// <summary>The node is already merged into another.</summary>
    public const string AlreadyMerged = "ALREADY_MERGED";

    /// <summary>The node is not merged into another.</summary>
    public const string NotMerged = "NOT_MERGED";

    /// <summary>A judgement speaks against others that stand.</summary>
    public const string ContradictsJudgement = "CONTRADICTS_JUDGEMENT";

    /// <summary>A fact says that the two nodes are different.</summary>
    public const string MergeConflict = "MERGE_CONFLICT";

    /// <summary>The node is retracted.</summary>
    public const string Retracted = "RETRACTED";

    /// <summary>The node is not retracted.</summary>
    public const string NotRetracted = "NOT_RETRACTED";

    /// <summary>A field of a mutation's input is wrong; the error's path says which.</summary>
    public const string InvalidInput = "INVALID_INPUT";

    /// <summary>Somebody changed the node since the version that a mutation expects.</summary>
    public const string StaleVersion = "STALE_VERSION";

    /// <summary>A name that a mutation refers by is that of several.</summary>
    public const string AmbiguousName = "AMBIGUOUS_NAME";

    /// <summary>A quote does not stand in the article's text, or stands there more than once.</summary>
    public const string QuoteNotFound = "QUOTE_NOT_FOUND";

    /// <summary>An idempotency key was sent before with another write.</summary>
    public const string IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED";

    /// <summary>A fault of the server. The log has the rest, found by the trace id in the message.</summary>
    public const string Internal = "INTERNAL";
}
